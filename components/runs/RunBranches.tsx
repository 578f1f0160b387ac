import type { Outputs } from '@/components/trpc/outputs';
import { Badge } from '@/components/ui/Badge';
import { Card, CardHeader } from '@/components/ui/Card';
import { Hash } from '@/components/ui/Hash';
import { Table, TableCell, TableHead, TableRow } from '@/components/ui/Table';

interface RunBranchesProps {
  branches: Outputs['run']['get']['branches'];
  submittedFrom: string | null;
}

/** Where every branch of the workflow pointed at the moment of submitting. */
export function RunBranches({ branches, submittedFrom }: RunBranchesProps) {
  return (
    <Card aria-labelledby="branches" className="overflow-hidden">
      <CardHeader titleId="branches" title="Branches at that moment" />
      <Table label="Branches at that moment">
        <thead>
          <tr>
            <TableHead>Branch</TableHead>
            <TableHead>Version</TableHead>
          </tr>
        </thead>
        <tbody>
          {branches.map(({ name, versionHash }) => (
            <TableRow key={name}>
              <TableCell className="max-w-40">
                <span className="flex items-center gap-2">
                  <span className="truncate">{name}</span>
                  {name === submittedFrom ? <Badge tone="accent">this run</Badge> : null}
                </span>
              </TableCell>
              <TableCell>
                <Hash value={versionHash} what="version hash" className="-mx-1" />
              </TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
