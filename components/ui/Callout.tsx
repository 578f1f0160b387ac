import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './cn';

const TONES = {
  info: { icon: Info, style: 'border-info/25 bg-info-soft', fg: 'text-info-fg' },
  ok: { icon: CircleCheck, style: 'border-ok/25 bg-ok-soft', fg: 'text-ok-fg' },
  warn: { icon: TriangleAlert, style: 'border-warn/30 bg-warn-soft', fg: 'text-warn-fg' },
  danger: { icon: CircleAlert, style: 'border-danger/25 bg-danger-soft', fg: 'text-danger-fg' },
} as const;

interface CalloutProps {
  tone?: keyof typeof TONES;
  title?: ReactNode;
  children?: ReactNode;
  /** On the right: a way out. */
  action?: ReactNode;
  className?: string;
}

/** A sentence that matters, in place. Danger is announced at once. */
export function Callout({ tone = 'info', title, children, action, className }: CalloutProps) {
  const { icon: Icon, style, fg } = TONES[tone];
  return (
    <div
      role={tone === 'danger' ? 'alert' : 'note'}
      className={cn('flex gap-2.5 rounded-lg border px-3 py-2.5 text-sm', style, className)}
    >
      <Icon aria-hidden className={cn('mt-0.5 size-4 shrink-0', fg)} />
      <div className="min-w-0 flex-1 break-words">
        {title === undefined ? null : <p className={cn('font-medium', fg)}>{title}</p>}
        {children === undefined ? null : <div className="text-fg">{children}</div>}
      </div>
      {action}
    </div>
  );
}
