'use client';

import { useQuery } from '@tanstack/react-query';
import { Command } from 'cmdk';
import { Check, Lock } from 'lucide-react';
import { useTRPC } from '@/components/trpc/context';
import type { Outputs } from '@/components/trpc/outputs';
import { cn } from '@/components/ui/cn';
import { TimeAgo } from '@/components/ui/TimeAgo';
import type { Place } from '../place';
import { BRANCH_ITEM } from './branch-item';
import { divergenceWords } from './divergence-words';

interface BranchListProps {
  place: Place;
  onChoose: (name: string) => void;
}

/** Every branch of the workflow as an option, with how far it is from `main` once that is known. */
export function BranchList({ place, onChoose }: BranchListProps) {
  const { projectId, workflowId, branch } = place;
  const trpc = useTRPC();
  const input = { projectId, workflowId };
  const tags = useQuery({ ...trpc.tag.list.queryOptions(input), staleTime: 0 });
  const divergences = useQuery({ ...trpc.tag.divergences.queryOptions(input), staleTime: 0 });
  return (tags.data ?? []).map((tag) => (
    <BranchOption
      key={tag.id}
      tag={tag}
      chosen={tag.name === branch}
      divergence={divergences.data?.find(({ tagId }) => tagId === tag.id)}
      onChoose={onChoose}
    />
  ));
}

interface BranchOptionProps {
  tag: Outputs['tag']['list'][number];
  chosen: boolean;
  divergence: Outputs['tag']['divergences'][number] | undefined;
  onChoose: (name: string) => void;
}

function BranchOption({ tag, chosen, divergence, onChoose }: BranchOptionProps) {
  return (
    <Command.Item
      value={tag.name}
      className={cn(BRANCH_ITEM, 'py-1')}
      onSelect={() => onChoose(tag.name)}
    >
      <Check aria-hidden className={chosen ? 'text-accent-fg' : 'invisible'} />
      <span className="min-w-0 flex-1">
        <span className="block truncate">{tag.name}</span>
        {tag.name === 'main' ? null : (
          // Its place is kept while it loads, so that nothing moves under the pointer.
          <span className="block min-h-4 truncate text-xs text-fg-subtle">
            {divergence === undefined ? null : divergenceWords(divergence)}
          </span>
        )}
      </span>
      {tag.protected ? <Lock aria-label="Protected" className="size-3.5! text-fg-subtle" /> : null}
      <span className="text-xs text-fg-subtle">
        <TimeAgo at={tag.movedAt} />
      </span>
    </Command.Item>
  );
}
