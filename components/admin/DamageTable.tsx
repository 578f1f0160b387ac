import type { Outputs } from '@/components/trpc/outputs';
import { Hash } from '@/components/ui/Hash';
import { Table, TableCell, TableHead, TableRow } from '@/components/ui/Table';
import { TimeAgo } from '@/components/ui/TimeAgo';

type Damage = Outputs['system']['integrity']['damaged'][number];

const KINDS: Readonly<Record<Damage['kind'], string>> = {
  blob: 'Stored bytes',
  head: 'Head of a branch',
};

/** What the scrub found, with what it takes to find it in the database and in the log. */
export function DamageTable({ damaged }: { damaged: readonly Damage[] }) {
  return (
    <Table label="Damage found">
      <thead>
        <tr>
          <TableHead>What</TableHead>
          <TableHead>Address or version</TableHead>
          <TableHead>In the log</TableHead>
          <TableHead>Found</TableHead>
        </tr>
      </thead>
      <tbody>
        {damaged.map((damage) => (
          <TableRow key={damage.subject}>
            <TableCell className="whitespace-nowrap">{KINDS[damage.kind]}</TableCell>
            <TableCell>
              <Hash value={damage.subject} what="address" className="-mx-1" />
            </TableCell>
            <TableCell>
              <Hash value={damage.correlation} what="correlation" className="-mx-1" />
            </TableCell>
            <TableCell className="text-fg-muted">
              <TimeAgo at={damage.foundAt} />
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
