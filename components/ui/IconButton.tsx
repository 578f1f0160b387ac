'use client';

import type { ComponentProps } from 'react';
import { Button, type ButtonProps } from './Button';
import { cn } from './cn';
import { Tooltip } from './Tooltip';

export interface IconButtonProps extends Omit<ButtonProps, 'aria-label'> {
  /** What the button does: its accessible name and its tooltip. */
  label: string;
  /** Keys that do the same, shown in the tooltip: `['Ctrl', 'Z']`. */
  keys?: readonly string[];
  tooltipSide?: ComponentProps<typeof Tooltip>['side'];
}

const SIZES = {
  sm: 'size-7 pointer-coarse:size-9',
  md: 'size-8 pointer-coarse:size-10',
  lg: 'size-10',
} as const;

export function IconButton({ label, keys, tooltipSide, className, ...props }: IconButtonProps) {
  const { variant = 'ghost', size = 'md' } = props;
  return (
    <Tooltip content={label} keys={keys} side={tooltipSide}>
      <Button
        {...props}
        variant={variant}
        aria-label={label}
        className={cn('px-0', SIZES[size ?? 'md'], className)}
      />
    </Tooltip>
  );
}
