'use client';

import { useQuery } from '@tanstack/react-query';
import { Command } from 'cmdk';
import { Check, ChevronDown, GitBranch, GitBranchPlus, Lock } from 'lucide-react';
import { useState } from 'react';
import { useTRPC } from '@/components/trpc/context';
import { Button } from '@/components/ui/Button';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/Popover';
import { TimeAgo } from '@/components/ui/TimeAgo';
import type { Place } from '../place';
import { useGoToBranch } from './use-go-to-branch';

interface BranchSwitcherProps {
  place: Place;
  /** Left out where nothing can be branched from here. */
  onNewBranch?: (() => void) | undefined;
}

const ITEM =
  'flex min-h-8 cursor-default items-center gap-2 rounded-md px-2 text-sm data-[selected=true]:bg-hover pointer-coarse:min-h-10 [&>svg]:size-4 [&>svg]:shrink-0';

/** The branch one is on, the way to another, and a new one from here. */
export function BranchSwitcher({ place, onNewBranch }: BranchSwitcherProps) {
  const [open, setOpen] = useState(false);
  const { pending, go } = useGoToBranch(place);
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button
          size="sm"
          busy={pending}
          data-testid="branch-switcher"
          aria-label={`Branch ${place.branch}`}
          className="max-w-44 min-w-0"
        >
          <GitBranch aria-hidden />
          <span className="min-w-0 truncate">{place.branch}</span>
          <ChevronDown aria-hidden className="text-fg-subtle" />
        </Button>
      </PopoverTrigger>
      <PopoverContent label="Branches" className="w-72 p-0">
        <Command label="Branches" loop>
          <Command.Input
            autoFocus
            placeholder="Find a branch…"
            className="h-10 w-full border-b border-line bg-transparent px-3 text-sm outline-none pointer-coarse:text-lg"
          />
          <Command.List className="max-h-72 overflow-y-auto p-1">
            <Command.Empty className="px-3 py-5 text-center text-sm text-fg-muted">
              No branch of that name.
            </Command.Empty>
            <Command.Group>
              <Branches
                place={place}
                onChoose={(name) => {
                  setOpen(false);
                  if (name !== place.branch) go(name);
                }}
              />
            </Command.Group>
            {onNewBranch ? (
              <Command.Group
                forceMount
                className="sticky -bottom-1 -mx-1 mt-1 -mb-1 border-t border-line bg-raised p-1"
              >
                <Command.Item
                  value="New branch here"
                  forceMount
                  className={ITEM}
                  onSelect={() => {
                    setOpen(false);
                    onNewBranch();
                  }}
                >
                  <GitBranchPlus aria-hidden className="text-fg-subtle" />
                  New branch here…
                </Command.Item>
              </Command.Group>
            ) : null}
          </Command.List>
        </Command>
      </PopoverContent>
    </Popover>
  );
}

function Branches({ place, onChoose }: { place: Place; onChoose: (name: string) => void }) {
  const { projectId, workflowId, branch } = place;
  const trpc = useTRPC();
  const tags = useQuery({
    ...trpc.tag.list.queryOptions({ projectId, workflowId }),
    staleTime: 0,
  });
  return (tags.data ?? []).map((tag) => (
    <Command.Item
      key={tag.id}
      value={tag.name}
      className={ITEM}
      onSelect={() => onChoose(tag.name)}
    >
      <Check aria-hidden className={tag.name === branch ? 'text-accent-fg' : 'invisible'} />
      <span className="min-w-0 flex-1 truncate">{tag.name}</span>
      {tag.protected ? <Lock aria-label="Protected" className="size-3.5! text-fg-subtle" /> : null}
      <span className="text-xs text-fg-subtle">
        <TimeAgo at={tag.movedAt} />
      </span>
    </Command.Item>
  ));
}
