'use client';

import { Check } from 'lucide-react';
import { Checkbox as Primitive } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from './cn';

export function Checkbox({ className, ...props }: ComponentProps<typeof Primitive.Root>) {
  return (
    <Primitive.Root
      className={cn(
        'grid size-4 shrink-0 place-items-center rounded-sm border border-line-strong bg-surface shadow-card transition-colors hover:border-fg-subtle disabled:opacity-50 aria-invalid:border-danger data-[state=checked]:border-accent data-[state=checked]:bg-accent',
        className,
      )}
      {...props}
    >
      <Primitive.Indicator>
        <Check aria-hidden strokeWidth={3} className="size-3 text-on-accent" />
      </Primitive.Indicator>
    </Primitive.Root>
  );
}
