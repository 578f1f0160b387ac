import { ChevronRight, Info, ShieldAlert, TriangleAlert } from 'lucide-react';
import { cn } from '@/components/ui/cn';

const TONES = {
  danger: { icon: ShieldAlert, fg: 'text-danger-fg' },
  warn: { icon: TriangleAlert, fg: 'text-warn-fg' },
  info: { icon: Info, fg: 'text-info-fg' },
} as const;

interface ReportSectionProps {
  tone: keyof typeof TONES;
  title: string;
  note?: string;
  lines: readonly { key: string; main: string; aside?: string }[];
}

/** One kind of finding, folded; absent when there is none. Secrets come open. */
export function ReportSection({ tone, title, note, lines }: ReportSectionProps) {
  if (lines.length === 0) return null;
  const { icon: Icon, fg } = TONES[tone];
  return (
    <details open={tone === 'danger'} className="group rounded-lg border border-line bg-surface">
      <summary className="flex cursor-pointer list-none items-center gap-2 rounded-lg px-3 py-2 text-sm font-medium [&::-webkit-details-marker]:hidden">
        <Icon aria-hidden className={cn('size-4 shrink-0', fg)} />
        <span className="min-w-0 flex-1">{title}</span>
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 text-fg-subtle transition-transform group-open:rotate-90"
        />
      </summary>
      <div className="border-t border-line px-3 py-2">
        {note === undefined ? null : <p className="mb-2 text-xs text-fg-muted">{note}</p>}
        <ul className="flex max-h-44 flex-col gap-1 overflow-y-auto text-xs">
          {lines.map((line) => (
            <li key={line.key} className="flex items-baseline justify-between gap-4">
              <span className="min-w-0 break-words">{line.main}</span>
              {line.aside === undefined ? null : (
                <span className="shrink-0 font-mono text-fg-muted">{line.aside}</span>
              )}
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
