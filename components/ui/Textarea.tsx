import type { ComponentProps } from 'react';
import { cn } from './cn';
import { controlStyles } from './control-styles';

/** Grows with its text where the browser can. */
export function Textarea({ className, ...props }: ComponentProps<'textarea'>) {
  return (
    <textarea
      className={cn(
        controlStyles,
        'field-sizing-content max-h-80 min-h-16 read-only:bg-sunken pointer-coarse:text-lg px-2.5 py-1.5',
        className,
      )}
      {...props}
    />
  );
}
