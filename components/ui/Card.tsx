import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn';

export function Card({ className, ...props }: ComponentProps<'section'>) {
  return (
    <section
      className={cn('min-w-0 rounded-lg border border-line bg-surface shadow-card', className)}
      {...props}
    />
  );
}

interface CardHeaderProps {
  title: ReactNode;
  description?: ReactNode;
  /** Id of the heading, for `aria-labelledby` on the card. */
  titleId?: string;
  children?: ReactNode;
}

/** Title on the left, actions (children) on the right. */
export function CardHeader({ title, description, titleId, children }: CardHeaderProps) {
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 pt-3.5 pb-3">
      <div className="min-w-0 flex-1 basis-56">
        <h2 id={titleId} className="text-base font-semibold">
          {title}
        </h2>
        {description === undefined ? null : (
          <p className="mt-0.5 text-sm text-pretty text-fg-muted">{description}</p>
        )}
      </div>
      {children}
    </div>
  );
}

export function CardBody({ className, ...props }: ComponentProps<'div'>) {
  return <div className={cn('px-4 pb-4', className)} {...props} />;
}
