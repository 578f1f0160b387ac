'use client';

import { History } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Separator } from '@/components/ui/Separator';
import { useEditor } from '../editor-context';
import { historyHref, type Place } from '../place';
import { whenSaved } from '../session/when-saved';
import { Announcer } from './Announcer';
import { BranchSwitcher } from './BranchSwitcher';
import { MoreMenu } from './MoreMenu';
import { NewBranch } from './NewBranch';
import { ProblemsButton } from './ProblemsButton';
import { ReadOnlyBadge } from './ReadOnlyBadge';
import { RunButton } from './RunButton';
import { SavedState } from './SavedState';
import { UndoRedo } from './UndoRedo';

interface EditorBarProps {
  place: Place;
  tagId: string;
  userId: string;
  canEdit: boolean;
  readOnly: boolean;
  onShortcuts: () => void;
}

/** Under the header: branch, saved state, undo; history, run and the rest. */
export function EditorBar({
  place,
  tagId,
  userId,
  canEdit,
  readOnly,
  onShortcuts,
}: EditorBarProps) {
  const { session } = useEditor();
  const [branching, setBranching] = useState(false);
  const saved = () => whenSaved(session).then(() => session.state().head);
  return (
    <section
      aria-label="Editor bar"
      className="flex h-11 shrink-0 items-center gap-1.5 border-b border-line bg-surface px-3 max-sm:gap-0.5 max-sm:px-2 pointer-coarse:h-13"
    >
      <BranchSwitcher place={place} onNewBranch={canEdit ? () => setBranching(true) : undefined} />
      {readOnly ? (
        <ReadOnlyBadge isProtected={canEdit} branch={place.branch} />
      ) : (
        <>
          <UndoRedo />
          <SavedState userId={userId} />
        </>
      )}
      <div className="ml-auto flex items-center gap-1.5 max-sm:gap-0.5">
        <ProblemsButton />
        <Button asChild variant="ghost" size="sm" className="max-sm:hidden">
          <Link href={historyHref(place, place.branch)}>
            <History aria-hidden />
            History
          </Link>
        </Button>
        <MoreMenu place={place} onShortcuts={onShortcuts} />
        {canEdit ? (
          <>
            <Separator orientation="vertical" className="mx-0.5 h-5 max-sm:hidden" />
            <RunButton projectId={place.projectId} tagId={tagId} />
          </>
        ) : null}
      </div>
      <NewBranch
        place={place}
        open={branching}
        onOpenChange={setBranching}
        from={saved}
        fromWords={`${place.branch} as it is now`}
      />
      <Announcer />
    </section>
  );
}
