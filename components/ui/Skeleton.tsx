import type { ComponentProps } from 'react';
import { cn } from './cn';

/** Stands where text or a picture will be, in the same size, so that nothing jumps. */
export function Skeleton({ className, ...props }: ComponentProps<'div'>) {
  return (
    <div
      aria-hidden
      className={cn('h-4 animate-shimmer rounded-sm bg-pressed', className)}
      {...props}
    />
  );
}
