'use client';

import { useQuery } from '@tanstack/react-query';
import { GitBranch } from 'lucide-react';
import { useId, useState } from 'react';
import { ChoiceOption } from '@/components/ui/ChoiceOption';
import type { Place } from '@/components/editor/place';
import { useTRPC } from '@/components/trpc/context';
import { QueryFailure } from '@/components/trpc/QueryFailure';
import { Button } from '@/components/ui/Button';
import {
  Dialog,
  DialogBody,
  DialogClose,
  DialogContent,
  DialogFooter,
} from '@/components/ui/Dialog';
import { Skeleton } from '@/components/ui/Skeleton';
import type { TagSummary } from '@/server/api/shared/schemas';
import type { Subject } from './subject';

interface CherryPickDialogProps {
  place: Place;
  tag: TagSummary;
  subject: Subject;
  onPick: (onto: TagSummary) => void;
  onClose: () => void;
}

/** [T4] Asks on which branch an edit is to be made again. */
export function CherryPickDialog({ place, tag, subject, onPick, onClose }: CherryPickDialogProps) {
  const { projectId, workflowId } = place;
  const trpc = useTRPC();
  const name = useId();
  const [chosen, setChosen] = useState<string>();
  const { data, error, refetch } = useQuery({
    ...trpc.tag.list.queryOptions({ projectId, workflowId }),
    staleTime: 0,
  });
  const branches = data?.filter(({ id }) => id !== tag.id);
  const onto = branches?.find(({ id }) => id === chosen);
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent
        size="sm"
        title="Cherry-pick to a branch"
        description={`Makes “${subject.message}” again at the end of another branch. ${tag.name} stays as it is.`}
      >
        <DialogBody>
          {error ? <QueryFailure error={error} onRetry={() => void refetch()} /> : null}
          {branches === undefined && !error ? <Skeleton className="h-20" /> : null}
          {branches?.length === 0 ? (
            <p className="text-sm text-fg-muted">
              There is no other branch yet. Make one, then cherry-pick to it.
            </p>
          ) : null}
          {branches && branches.length > 0 ? (
            <fieldset className="flex max-h-72 flex-col gap-2 overflow-y-auto p-0.5">
              <legend className="sr-only">Branch</legend>
              {branches.map((branch) => (
                <ChoiceOption
                  key={branch.id}
                  name={name}
                  checked={branch.id === chosen}
                  disabled={branch.protected}
                  onChoose={() => setChosen(branch.id)}
                  label={
                    <>
                      <GitBranch aria-hidden className="size-3.5" />
                      <span className="min-w-0 truncate">{branch.name}</span>
                      {branch.protected ? <span className="ml-auto">Protected</span> : null}
                    </>
                  }
                />
              ))}
            </fieldset>
          ) : null}
        </DialogBody>
        <DialogFooter>
          <DialogClose asChild>
            <Button>Cancel</Button>
          </DialogClose>
          <Button
            variant="primary"
            disabled={onto === undefined}
            onClick={() => onto && onPick(onto)}
          >
            Cherry-pick
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
