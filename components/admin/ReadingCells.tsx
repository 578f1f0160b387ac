import { bytes } from '@/components/shell/bytes';
import { count } from '@/components/shell/count';
import type { Outputs } from '@/components/trpc/outputs';
import { TableCell } from '@/components/ui/Table';
import { TimeAgo } from '@/components/ui/TimeAgo';

type Candidate = Outputs['compaction']['candidates']['items'][number];

/**
 * [C2] What opening a head reads today and would read compacted, and how long that took last time:
 * heads are cached, so after most edits it never has.
 */
export function ReadingCells({ candidate }: { candidate: Candidate }) {
  const { reading, compacted, gainBytes, materialized } = candidate;
  return (
    <>
      <TableCell className="text-right whitespace-nowrap tabular-nums">
        {count(reading.blobs, 'blob')}, {bytes(reading.bytes)}
        <span className="block text-xs text-fg-muted">
          compacted: {count(compacted.blobs, 'blob')}
          {gainBytes === null ? null : `, ${gain(gainBytes)}`}
        </span>
      </TableCell>
      <TableCell className="text-right whitespace-nowrap text-fg-muted tabular-nums">
        {materialized === null ? (
          'not this week'
        ) : (
          <>
            {materialized.ms} ms, <TimeAgo at={materialized.at} />
          </>
        )}
      </TableCell>
    </>
  );
}

function gain(amount: number): string {
  return amount < 0 ? `${bytes(-amount)} more` : `${bytes(amount)} less`;
}
