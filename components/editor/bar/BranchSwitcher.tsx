'use client';

import { Command } from 'cmdk';
import { ChevronDown, GitBranch, GitBranchPlus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/Popover';
import type { Place } from '../place';
import { BRANCH_ITEM } from './branch-item';
import { BranchList } from './BranchList';
import { useGoToBranch } from './use-go-to-branch';

interface BranchSwitcherProps {
  place: Place;
  /** Left out where nothing can be branched from here. */
  onNewBranch?: (() => void) | undefined;
}

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
              <BranchList
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
                  className={BRANCH_ITEM}
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
