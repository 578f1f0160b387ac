'use client';

import { Check, ChevronDown } from 'lucide-react';
import { Select as Primitive } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn';
import { controlStyles } from './control-styles';
import { menuContent, menuItem } from './menu-styles';

export interface SelectOption {
  value: string;
  label: ReactNode;
  disabled?: boolean;
}

export interface SelectProps extends Omit<
  ComponentProps<typeof Primitive.Trigger>,
  'value' | 'onChange' | 'children'
> {
  value: string;
  onValueChange: (value: string) => void;
  options: readonly SelectOption[];
  placeholder?: string;
}

/** One value out of a short list. The empty string means that nothing is chosen. */
export function Select({
  value,
  onValueChange,
  options,
  placeholder,
  className,
  ...props
}: SelectProps) {
  return (
    <Primitive.Root value={value} onValueChange={onValueChange}>
      <Primitive.Trigger
        className={cn(
          controlStyles,
          'flex h-8 items-center justify-between gap-2 px-2.5 text-left pointer-coarse:h-10 [&>span]:truncate',
          className,
        )}
        {...props}
      >
        <Primitive.Value placeholder={placeholder ?? 'Choose…'} />
        <ChevronDown aria-hidden className="size-4 shrink-0 text-fg-subtle" />
      </Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className={cn(
            menuContent,
            'max-w-[calc(100vw-1rem)] min-w-(--radix-select-trigger-width)',
          )}
        >
          <Primitive.Viewport>
            {options.map((option) => (
              <Primitive.Item
                key={option.value}
                value={option.value}
                disabled={option.disabled ?? false}
                className={cn(menuItem, 'pr-8')}
              >
                <span className="min-w-0 truncate">
                  <Primitive.ItemText>{option.label}</Primitive.ItemText>
                </span>
                <Primitive.ItemIndicator className="absolute right-2">
                  <Check aria-hidden className="size-4 text-accent-fg" />
                </Primitive.ItemIndicator>
              </Primitive.Item>
            ))}
          </Primitive.Viewport>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
