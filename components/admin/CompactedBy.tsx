import { Mark } from '@/components/shell/Mark';
import type { Outputs } from '@/components/trpc/outputs';
import { Badge } from '@/components/ui/Badge';
import { Person } from '@/components/ui/Person';

type Compaction = Outputs['compaction']['list']['items'][number];

/** Who asked for a compaction, or that nobody had to. */
export function CompactedBy({ compaction }: { compaction: Compaction }) {
  const { compactedBy, automatic } = compaction;
  if (!automatic) return <Person person={compactedBy} />;
  return (
    <span className="flex items-center gap-1.5">
      <Mark className="size-5 shrink-0 p-0.5" />
      {compactedBy.name}
      <Badge tone="outline">automatic</Badge>
    </span>
  );
}
