'use client';

import { Check, CircleAlert, CloudOff, GitMergeConflict, LoaderCircle } from 'lucide-react';
import { useState } from 'react';
import { count } from '@/components/shell/count';
import { cn } from '@/components/ui/cn';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/Popover';
import { ConflictDialog } from '../conflict/ConflictDialog';
import { useSession } from '../editor-context';
import type { SaveState } from '../session/session-state';
import { UnsavedDetails } from './UnsavedDetails';

/** What is true about the work on screen; more about it, and the ways out, when pressed. */
export function SavedState({ userId }: { userId: string }) {
  const save = useSession((state) => state.save);
  const [opened, setOpened] = useState<'details' | 'choices'>();
  // The next trouble starts closed; between two tries of one, what is being read stays.
  if (opened !== undefined && save.kind === 'saved') setOpened(undefined);
  const more = save.kind === 'conflict' ? 'choices' : 'details';
  const open = opened === more;
  const setOpen = (next: boolean) => setOpened(next ? more : undefined);
  const troubled = save.kind !== 'saved' && save.kind !== 'saving';
  const look = LOOKS[save.kind];
  const content = (
    <>
      <look.icon aria-hidden className={cn('size-3.5', save.kind === 'saving' && 'animate-spin')} />
      <span className={cn(!troubled && 'max-sm:sr-only')}>{wordsOf(save)}</span>
    </>
  );
  const style = cn(
    'flex h-7 items-center gap-1.5 rounded-md px-2 text-xs font-medium whitespace-nowrap',
    look.style,
  );
  if (!troubled) {
    return (
      <span data-testid="saved-state" data-state={save.kind} className={style}>
        {content}
      </span>
    );
  }
  if (save.kind === 'conflict') {
    return (
      <>
        <button
          type="button"
          aria-haspopup="dialog"
          data-testid="saved-state"
          data-state={save.kind}
          onClick={() => setOpen(true)}
          className={style}
        >
          {content}
          <span className="-ml-1.5 max-sm:sr-only">: choose</span>
        </button>
        <ConflictDialog save={save} userId={userId} open={open} onOpenChange={setOpen} />
      </>
    );
  }
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger data-testid="saved-state" data-state={save.kind} className={style}>
        {content}
      </PopoverTrigger>
      <PopoverContent label="Unsaved edits" className="w-96">
        <UnsavedDetails save={save} onDone={() => setOpen(false)} />
      </PopoverContent>
    </Popover>
  );
}

const LOOKS = {
  saved: { icon: Check, style: 'text-fg-subtle' },
  saving: { icon: LoaderCircle, style: 'text-fg-subtle' },
  unsaved: { icon: CloudOff, style: 'bg-warn-soft text-warn-fg' },
  refused: { icon: CircleAlert, style: 'bg-danger-soft text-danger-fg' },
  conflict: { icon: GitMergeConflict, style: 'bg-warn-soft text-warn-fg' },
} as const;

function wordsOf(save: SaveState): string {
  switch (save.kind) {
    case 'saved':
      return 'Saved';
    case 'saving':
      return 'Saving…';
    case 'unsaved':
      return `${save.waiting} unsaved, retrying`;
    case 'refused':
      return `${save.waiting} not saved`;
    case 'conflict':
      return count(save.conflicts.length, 'conflict');
  }
}
