'use client';

import type { ReactNode } from 'react';
import { cn } from './cn';
import { usePanelWidth } from './use-panel-width';

interface SidePanelProps {
  label: string;
  side: 'left' | 'right';
  /** Where the chosen width is kept in this browser. */
  storageKey: string;
  defaultWidth?: number;
  minWidth?: number;
  maxWidth?: number;
  className?: string;
  children: ReactNode;
}

/** A panel beside the canvas whose inner edge can be dragged, or moved with the arrow keys. */
export function SidePanel({ label, side, className, children, ...props }: SidePanelProps) {
  const { storageKey, defaultWidth = 320, minWidth = 240, maxWidth = 560 } = props;
  const { width, handle } = usePanelWidth({ storageKey, side, defaultWidth, minWidth, maxWidth });
  return (
    <aside
      aria-label={label}
      style={{ width }}
      className={cn(
        'relative flex h-full max-w-[100vw] shrink-0 flex-col bg-surface',
        side === 'left' ? 'border-r border-line' : 'border-l border-line',
        className,
      )}
    >
      <div
        role="separator"
        aria-label={`Resize ${label}`}
        aria-orientation="vertical"
        aria-valuemin={minWidth}
        aria-valuemax={maxWidth}
        aria-valuenow={width}
        tabIndex={0}
        {...handle}
        className={cn(
          'absolute inset-y-0 z-10 w-1.5 cursor-col-resize touch-none transition-colors hover:bg-accent/30 focus-visible:bg-accent/40 focus-visible:outline-none',
          side === 'left' ? '-right-0.75' : '-left-0.75',
        )}
      />
      {children}
    </aside>
  );
}
