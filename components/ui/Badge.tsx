import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps } from 'react';
import { cn } from './cn';

const styles = cva(
  'inline-flex h-5 shrink-0 items-center gap-1 rounded-full px-2 text-xs font-medium whitespace-nowrap [&_svg]:size-3',
  {
    variants: {
      tone: {
        neutral: 'bg-hover text-fg-muted',
        outline: 'border border-line-strong text-fg-muted',
        accent: 'bg-accent-soft text-accent-fg',
        ok: 'bg-ok-soft text-ok-fg',
        warn: 'bg-warn-soft text-warn-fg',
        danger: 'bg-danger-soft text-danger-fg',
        info: 'bg-info-soft text-info-fg',
        violet: 'bg-violet-soft text-violet-fg',
      },
    },
    defaultVariants: { tone: 'neutral' },
  },
);

export type BadgeTone = NonNullable<VariantProps<typeof styles>['tone']>;

export function Badge({
  tone,
  className,
  ...props
}: ComponentProps<'span'> & { tone?: BadgeTone }) {
  return <span className={cn(styles({ tone }), className)} {...props} />;
}
