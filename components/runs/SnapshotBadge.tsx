import { Badge, type BadgeTone } from '@/components/ui/Badge';
import { Tooltip } from '@/components/ui/Tooltip';
import type { RunSummary } from '@/server/api/run/schemas';

type Origin = RunSummary['snapshot'];

/** How a run came by its snapshot, in a word and in a sentence. */
export const SNAPSHOT_WORDS: Readonly<
  Record<Origin, { label: string; tone: BadgeTone; means: string }>
> = {
  reused: {
    label: 'Reused',
    tone: 'ok',
    means: 'The very same plan ran before, so its snapshot was used again.',
  },
  linked: {
    label: 'Linked',
    tone: 'accent',
    means:
      'Only names or layout differ from an earlier plan, so this one shares its snapshot’s bytes.',
  },
  built: {
    label: 'Built',
    tone: 'neutral',
    means: 'Nothing with this logic ran before, so the snapshot was made for this run.',
  },
};

interface SnapshotBadgeProps {
  origin: Origin;
  /** Say “Snapshot” too, where nothing around says it. */
  named?: boolean;
}

export function SnapshotBadge({ origin, named = false }: SnapshotBadgeProps) {
  const { label, tone, means } = SNAPSHOT_WORDS[origin];
  return (
    <Tooltip content={means}>
      <Badge tone={tone} tabIndex={0} className="relative cursor-help">
        {named ? `Snapshot ${label.toLowerCase()}` : label}
        <span className="sr-only">: {means}</span>
      </Badge>
    </Tooltip>
  );
}
