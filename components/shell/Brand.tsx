import Link from 'next/link';
import { cn } from '@/components/ui/cn';
import { Mark } from './Mark';

/** Mark and name, leading home; `compact` keeps the mark alone. */
export function Brand({ compact = false, className }: { compact?: boolean; className?: string }) {
  return (
    <Link
      href="/projects"
      aria-label="Stemma, all projects"
      className={cn('inline-flex shrink-0 items-center gap-2 rounded-md text-fg', className)}
    >
      <Mark className="size-6 text-accent-fg" />
      {compact ? null : <span className="text-lg font-semibold tracking-tight">Stemma</span>}
    </Link>
  );
}
