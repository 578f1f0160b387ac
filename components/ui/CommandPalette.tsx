'use client';

import { Command } from 'cmdk';
import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from './cn';
import { dialogOverlay, dialogPanel } from './dialog-styles';
import { Kbd } from './Kbd';

interface CommandPaletteProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Name of the palette for a screen reader. */
  label: string;
  placeholder?: string;
  empty?: ReactNode;
  children: ReactNode;
}

export function CommandPalette({
  open,
  onOpenChange,
  label,
  children,
  ...props
}: CommandPaletteProps) {
  const { placeholder = 'Type a command or search…', empty = 'Nothing found.' } = props;
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className={dialogOverlay}>
          <Dialog.Content
            aria-describedby={undefined}
            className={cn(dialogPanel, 'max-w-xl overflow-hidden')}
          >
            <Dialog.Title className="sr-only">{label}</Dialog.Title>
            <Command label={label} loop>
              <Command.Input
                placeholder={placeholder}
                className="h-12 w-full border-b border-line bg-transparent px-4 text-base outline-none pointer-coarse:text-lg"
              />
              <Command.List className="max-h-80 overflow-y-auto p-1.5">
                <Command.Empty className="px-3 py-8 text-center text-sm text-fg-muted">
                  {empty}
                </Command.Empty>
                {children}
              </Command.List>
            </Command>
          </Dialog.Content>
        </Dialog.Overlay>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

export function CommandGroup({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-fg-subtle"
    >
      {children}
    </Command.Group>
  );
}

interface CommandItemProps {
  /** What is searched; must differ from every other item's. */
  value: string;
  keywords?: string[];
  keys?: readonly string[];
  disabled?: boolean;
  onSelect: () => void;
  children: ReactNode;
}

export function CommandItem({
  keywords,
  keys,
  disabled = false,
  children,
  ...props
}: CommandItemProps) {
  return (
    <Command.Item
      {...props}
      {...(keywords === undefined ? {} : { keywords })}
      disabled={disabled}
      className="flex h-9 cursor-default items-center gap-2.5 rounded-md px-2.5 text-sm select-none data-[disabled=true]:opacity-50 data-[selected=true]:bg-hover [&>svg]:size-4 [&>svg]:text-fg-subtle"
    >
      {children}
      {keys === undefined ? null : <Kbd keys={keys} className="ml-auto" />}
    </Command.Item>
  );
}
