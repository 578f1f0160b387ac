import { CircleCheck, CircleX } from 'lucide-react';
import { bytes } from '@/components/shell/bytes';
import type { Outputs } from '@/components/trpc/outputs';
import { Hash } from '@/components/ui/Hash';
import { Table, TableCell, TableHead, TableRow } from '@/components/ui/Table';
import { TimeAgo } from '@/components/ui/TimeAgo';
import { CompactedBy } from './CompactedBy';
import { WorkflowLink } from './WorkflowLink';

type Compaction = Outputs['compaction']['list']['items'][number];

interface CompactionTableProps {
  projectId: string;
  compactions: readonly Compaction[];
}

export function CompactionTable({ projectId, compactions }: CompactionTableProps) {
  return (
    <Table label="Past compactions">
      <thead>
        <tr>
          <TableHead>Workflow</TableHead>
          <TableHead>When</TableHead>
          <TableHead>By</TableHead>
          <TableHead className="text-right">Patches folded</TableHead>
          <TableHead className="text-right">Base</TableHead>
          <TableHead>Hash before</TableHead>
          <TableHead>Hash after</TableHead>
          <TableHead>Proof</TableHead>
        </tr>
      </thead>
      <tbody>
        {compactions.map((compaction) => (
          <TableRow key={compaction.versionId}>
            <TableCell className="max-w-56">
              <WorkflowLink projectId={projectId} workflow={compaction} />
            </TableCell>
            <TableCell className="text-fg-muted">
              <TimeAgo at={compaction.compactedAt} />
            </TableCell>
            <TableCell>
              <CompactedBy compaction={compaction} />
            </TableCell>
            <TableCell className="text-right tabular-nums">{compaction.originalPatches}</TableCell>
            <TableCell className="text-right whitespace-nowrap tabular-nums">
              {bytes(compaction.bytes)}
            </TableCell>
            <TableCell>
              <Hash value={compaction.before} what="hash before" className="-mx-1" />
            </TableCell>
            <TableCell>
              <Hash value={compaction.after} what="hash after" className="-mx-1" />
            </TableCell>
            <TableCell>
              <Proof equal={compaction.before === compaction.after} />
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}

function Proof({ equal }: { equal: boolean }) {
  return equal ? (
    <span className="flex items-center gap-1.5 text-ok-fg">
      <CircleCheck aria-hidden className="size-4" />
      Equal
    </span>
  ) : (
    <span className="flex items-center gap-1.5 text-danger-fg">
      <CircleX aria-hidden className="size-4" />
      Differs
    </span>
  );
}
