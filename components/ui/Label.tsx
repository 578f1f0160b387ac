'use client';

import { Label as Primitive } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from './cn';

export function Label({ className, ...props }: ComponentProps<typeof Primitive.Root>) {
  return (
    <Primitive.Root
      className={cn('text-sm font-medium text-fg select-none', className)}
      {...props}
    />
  );
}
