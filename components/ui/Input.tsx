import type { ComponentProps } from 'react';
import { cn } from './cn';
import { controlStyles } from './control-styles';

export function Input({ className, type = 'text', ...props }: ComponentProps<'input'>) {
  return (
    <input
      type={type}
      className={cn(
        controlStyles,
        'h-8 px-2.5 read-only:bg-sunken pointer-coarse:text-lg pointer-coarse:h-10',
        className,
      )}
      {...props}
    />
  );
}
