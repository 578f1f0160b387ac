'use client';

import { CircleCheck, CircleX } from 'lucide-react';
import { bytes } from '@/components/shell/bytes';
import { count } from '@/components/shell/count';
import type { Outputs } from '@/components/trpc/outputs';
import { Button } from '@/components/ui/Button';
import {
  Dialog,
  DialogBody,
  DialogClose,
  DialogContent,
  DialogFooter,
} from '@/components/ui/Dialog';
import { Hash } from '@/components/ui/Hash';
import { MoveBranch } from './MoveBranch';

interface ProofDialogProps {
  projectId: string;
  workflowName: string;
  /** Branches that point at the head. */
  branches: readonly { id: string; name: string }[];
  compaction: Outputs['compaction']['compact'];
  onClose: () => void;
}

/** [C1] The hash before and after, side by side. */
export function ProofDialog({ compaction, onClose, ...of }: ProofDialogProps) {
  const { projectId, workflowName, branches } = of;
  const equal = compaction.before === compaction.after;
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <DialogContent
        size="lg"
        title={compaction.created ? 'Compacted' : 'Was compacted already'}
        description={`${workflowName}: ${count(compaction.originalPatches, 'patch', 'patches')} folded into one base of ${bytes(compaction.bytes)}.`}
      >
        <DialogBody>
          <dl className="grid gap-3 rounded-lg border border-line bg-sunken/60 p-3">
            <ProofLine name="Hash before" value={compaction.before} />
            <ProofLine name="Hash after" value={compaction.after} />
          </dl>
          <p className="flex items-start gap-2 text-sm">
            {equal ? (
              <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-ok-fg" />
            ) : (
              <CircleX aria-hidden className="mt-0.5 size-4 shrink-0 text-danger-fg" />
            )}
            {equal
              ? 'Equal: the new base is the head, to the byte. History, undo and runs are unchanged; the next edit starts at depth 1.'
              : 'Not equal. Keep working on the branch as it is, and report this.'}
          </p>
          {equal && branches.length > 0 ? (
            <section aria-labelledby="move-branches" className="flex flex-col gap-2">
              <h3 id="move-branches" className="text-sm font-medium">
                Point the branch at the base, too
              </h3>
              <p className="text-sm text-fg-muted">
                Not needed: opening the head reads the base already, and the next edit starts from
                it. It makes the base itself the branch’s version; undo stays as it is.
              </p>
              <ul className="flex flex-col gap-1.5">
                {branches.map((branch) => (
                  <MoveBranch
                    key={branch.id}
                    projectId={projectId}
                    headId={compaction.compactedFromId}
                    branch={branch}
                  />
                ))}
              </ul>
            </section>
          ) : null}
        </DialogBody>
        <DialogFooter>
          <DialogClose asChild>
            <Button variant="primary" autoFocus>
              Done
            </Button>
          </DialogClose>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}

function ProofLine({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt className="text-xs font-medium text-fg-muted">{name}</dt>
      <dd>
        <Hash value={value} what={name.toLowerCase()} full className="-mx-1 text-fg" />
      </dd>
    </div>
  );
}
