'use client';

import { cva, type VariantProps } from 'class-variance-authority';
import { Slot } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from './cn';

export const buttonStyles = cva(
  'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap transition-colors select-none disabled:pointer-events-none disabled:opacity-50 aria-disabled:pointer-events-none aria-disabled:opacity-50 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        primary: 'bg-accent text-on-accent shadow-card hover:bg-accent-hover',
        secondary:
          'border border-line-strong bg-surface text-fg shadow-card hover:bg-sunken dark:hover:bg-raised data-[state=open]:bg-sunken dark:data-[state=open]:bg-raised',
        ghost:
          'text-fg-muted hover:bg-hover hover:text-fg data-[state=open]:bg-pressed data-[state=open]:text-fg',
        danger: 'bg-danger text-on-danger shadow-card hover:bg-danger-hover',
        link: 'text-accent-fg underline-offset-4 hover:underline',
      },
      size: {
        sm: 'h-7 px-2.5 text-xs pointer-coarse:h-9 [&_svg]:size-3.5',
        md: 'h-8 px-3 text-sm pointer-coarse:h-10 [&_svg]:size-4',
        lg: 'h-10 px-4 text-base [&_svg]:size-4',
      },
    },
    compoundVariants: [{ variant: 'link', class: 'h-auto px-0 pointer-coarse:h-auto' }],
    defaultVariants: { variant: 'secondary', size: 'md' },
  },
);

export interface ButtonProps extends ComponentProps<'button'>, VariantProps<typeof buttonStyles> {
  /** Gives the look to the only child (a link, say) instead of making a button. */
  asChild?: boolean;
  /** Work is under way: the button keeps its width, cannot be pressed again and says so. */
  busy?: boolean;
}

export function Button({ asChild, busy = false, ...props }: ButtonProps) {
  const { className, variant, size, type, disabled, children, ...rest } = props;
  const styles = cn(buttonStyles({ variant, size }), busy && 'animate-shimmer', className);
  if (asChild === true) {
    return (
      <Slot.Root className={styles} {...rest}>
        {children}
      </Slot.Root>
    );
  }
  return (
    <button
      type={type ?? 'button'}
      className={styles}
      disabled={disabled === true || busy}
      aria-busy={busy || undefined}
      {...rest}
    >
      {children}
    </button>
  );
}
