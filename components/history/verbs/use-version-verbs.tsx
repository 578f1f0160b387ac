'use client';

import { useState, type ReactNode } from 'react';
import { NewBranch } from '@/components/editor/bar/NewBranch';
import type { Place } from '@/components/editor/place';
import type { TagSummary } from '@/server/api/shared/schemas';
import { BlockedDialog } from './BlockedDialog';
import { CherryPickDialog } from './CherryPickDialog';
import type { Verb } from './refusal';
import { ResetDialog } from './ResetDialog';
import { RestoreDialog } from './RestoreDialog';
import type { Subject } from './subject';
import { useApplyElsewhere } from './use-apply-elsewhere';
import { type Moved, useMoved } from './use-moved';

interface VersionVerbs {
  /** Does it, or opens the dialog that asks first. */
  readonly choose: (verb: Verb, subject: Subject) => void;
  /** What is open; to be rendered once. */
  readonly dialogs: ReactNode;
}

/** The verbs of a branch's history, with their dialogs. `onMoved`: some branch has moved. */
export function useVersionVerbs(
  place: Place,
  tag: TagSummary,
  onMoved: (moved: Moved) => void,
): VersionVerbs {
  const { projectId } = place;
  const [asked, setAsked] = useState<{ verb: Verb; subject: Subject }>();
  const done = useMoved(projectId, onMoved);
  const { blocked, close, revert, cherryPick } = useApplyElsewhere(projectId, done);
  const ask = { projectId, tag, onDone: done, onClose: () => setAsked(undefined) };

  function choose(verb: Verb, subject: Subject): void {
    if (verb === 'revert') void revert(subject, tag);
    else setAsked({ verb, subject });
  }

  function dialogFor(verb: Verb, subject: Subject): ReactNode {
    switch (verb) {
      case 'restore':
        return <RestoreDialog {...ask} subject={subject} />;
      case 'reset':
        return <ResetDialog {...ask} subject={subject} />;
      case 'cherryPick':
        return (
          <CherryPickDialog
            place={place}
            tag={tag}
            subject={subject}
            onClose={ask.onClose}
            onPick={(onto) => {
              ask.onClose();
              void cherryPick(subject, onto);
            }}
          />
        );
      case 'branch':
        return (
          <NewBranch
            place={place}
            open
            onOpenChange={ask.onClose}
            from={() => Promise.resolve(subject.versionId)}
            fromWords={`“${subject.message}”`}
          />
        );
      case 'revert':
        return null;
    }
  }

  return {
    choose,
    dialogs: (
      <>
        {asked ? dialogFor(asked.verb, asked.subject) : null}
        {blocked ? <BlockedDialog place={place} {...blocked} onClose={close} /> : null}
      </>
    ),
  };
}
