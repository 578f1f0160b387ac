import { CircleCheck } from 'lucide-react';
import type { ImportReport } from '@core/import/report';
import { count } from '@/components/shell/count';

export function ReportCounts({ counts }: { counts: ImportReport['counts'] }) {
  const parts = [
    count(counts.nodes, 'node'),
    count(counts.edges, 'connection'),
    ...(counts.notes > 0 ? [count(counts.notes, 'note')] : []),
    ...(counts.groups > 0 ? [count(counts.groups, 'group')] : []),
  ];
  return (
    <p className="flex items-center gap-2 text-sm">
      <CircleCheck aria-hidden className="size-4 shrink-0 text-ok-fg" />
      {parts.join(', ')}
    </p>
  );
}
