'use client';

import { Popover as Primitive } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from './cn';

export const Popover = Primitive.Root;
export const PopoverTrigger = Primitive.Trigger;
export const PopoverAnchor = Primitive.Anchor;

interface PopoverContentProps extends ComponentProps<typeof Primitive.Content> {
  /** What opens, for whoever cannot see where it came from. */
  label: string;
}

export function PopoverContent({ className, label, ...props }: PopoverContentProps) {
  return (
    <Primitive.Portal>
      <Primitive.Content
        aria-label={label}
        sideOffset={6}
        align="start"
        collisionPadding={8}
        className={cn(
          'z-50 w-72 max-w-[calc(100vw-1rem)] animate-enter rounded-lg border border-line bg-raised p-3 text-sm text-fg shadow-raised outline-none',
          className,
        )}
        {...props}
      />
    </Primitive.Portal>
  );
}
