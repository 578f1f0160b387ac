import { CircleCheck, CircleX, Loader } from 'lucide-react';
import { count } from '@/components/shell/count';
import type { Outputs } from '@/components/trpc/outputs';
import { TimeAgo } from '@/components/ui/TimeAgo';

/** How far the scrub is, and whether it found anything, in one sentence. */
export function ScrubState({ pass, damages }: Outputs['system']['integrity']) {
  if (damages > 0) {
    return (
      <p className="flex items-start gap-2 text-sm text-danger-fg">
        <CircleX aria-hidden className="mt-0.5 size-4 shrink-0" />
        <span>
          {count(damages, 'thing is', 'things are')} not what was stored. Damaged bytes are never
          served, and nothing is built on them; restore them from a backup, and the next pass takes
          them off this list.
        </span>
      </p>
    );
  }
  if (pass === null) {
    return <p className="text-sm text-fg-muted">The first pass begins within a minute.</p>;
  }
  const checked = count(pass.checked, 'blob or head', 'blobs and heads');
  return (
    <p className="flex items-start gap-2 text-sm">
      {pass.finishedAt === null ? (
        <Loader aria-hidden className="mt-0.5 size-4 shrink-0 text-fg-subtle" />
      ) : (
        <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-ok-fg" />
      )}
      {pass.finishedAt === null ? (
        <span>
          {checked} read so far, all sound. This pass began <TimeAgo at={pass.startedAt} />.
        </span>
      ) : (
        <span>
          {checked} read, all sound. The last pass ended <TimeAgo at={pass.finishedAt} />.
        </span>
      )}
    </p>
  );
}
