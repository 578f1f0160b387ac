import type { ReactNode } from 'react';

interface PageHeaderProps {
  title: ReactNode;
  description?: ReactNode;
  /** Above the title: a way back. */
  eyebrow?: ReactNode;
  /** Actions, on the right. */
  children?: ReactNode;
}

export function PageHeader({ title, description, eyebrow, children }: PageHeaderProps) {
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
      <div className="min-w-0 flex-1 basis-64">
        {eyebrow === undefined ? null : (
          <div className="mb-1.5 text-sm text-fg-muted">{eyebrow}</div>
        )}
        <h1 className="text-xl font-semibold tracking-tight break-words">{title}</h1>
        {description === undefined ? null : (
          <p className="mt-1 max-w-2xl text-sm text-pretty text-fg-muted">{description}</p>
        )}
      </div>
      {children === undefined ? null : (
        <div className="flex flex-wrap items-center gap-2">{children}</div>
      )}
    </div>
  );
}
