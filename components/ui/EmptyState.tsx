import type { ReactNode } from 'react';
import { cn } from './cn';

interface EmptyStateProps {
  /** A drawing or an icon; decorative. */
  picture?: ReactNode;
  title: ReactNode;
  /** What this place is for and what to do next. */
  children?: ReactNode;
  actions?: ReactNode;
  className?: string;
}

export function EmptyState({ picture, title, children, actions, className }: EmptyStateProps) {
  return (
    <div className={cn('flex flex-col items-center px-6 py-14 text-center', className)}>
      {picture === undefined ? null : (
        <div
          aria-hidden
          className="mb-4 text-fg-subtle [&>.lucide]:size-8 [&>.lucide]:stroke-[1.5]"
        >
          {picture}
        </div>
      )}
      <h2 className="text-base font-semibold">{title}</h2>
      {children === undefined ? null : (
        <div className="mt-1.5 max-w-md text-sm text-pretty text-fg-muted">{children}</div>
      )}
      {actions === undefined ? null : (
        <div className="mt-5 flex flex-wrap items-center justify-center gap-2">{actions}</div>
      )}
    </div>
  );
}
