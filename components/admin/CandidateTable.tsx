'use client';

import { useState } from 'react';
import type { Outputs } from '@/components/trpc/outputs';
import { Table, TableHead } from '@/components/ui/Table';
import { CandidateRow } from './CandidateRow';
import { ProofDialog } from './ProofDialog';

type Candidate = Outputs['compaction']['candidates']['items'][number];
type Compaction = Outputs['compaction']['compact'];

interface CandidateTableProps {
  projectId: string;
  threshold: number;
  candidates: readonly Candidate[];
}

export function CandidateTable({ projectId, threshold, candidates }: CandidateTableProps) {
  const [proof, setProof] = useState<{ candidate: Candidate; compaction: Compaction }>();
  return (
    <>
      {candidates.length === 0 ? (
        <p className="border-t border-line px-4 py-8 text-center text-sm text-fg-muted">
          No head is deeper than {threshold}. No chain is slow or hot, either. A lower threshold
          shows more.
        </p>
      ) : (
        <Table label="Compaction candidates">
          <thead>
            <tr>
              <TableHead>Workflow and branches</TableHead>
              <TableHead>Why</TableHead>
              <TableHead className="text-right">Depth</TableHead>
              <TableHead className="text-right">Opening it reads</TableHead>
              <TableHead className="text-right">Took, last time</TableHead>
              <TableHead>Version</TableHead>
              <TableHead>
                <span className="sr-only">Action</span>
              </TableHead>
            </tr>
          </thead>
          <tbody>
            {candidates.map((candidate) => (
              <CandidateRow
                key={candidate.headId}
                projectId={projectId}
                candidate={candidate}
                onCompacted={(compaction) => setProof({ candidate, compaction })}
              />
            ))}
          </tbody>
        </Table>
      )}
      {proof === undefined ? null : (
        <ProofDialog
          projectId={projectId}
          workflowName={proof.candidate.workflowName}
          branches={proof.candidate.tags}
          compaction={proof.compaction}
          onClose={() => setProof(undefined)}
        />
      )}
    </>
  );
}
