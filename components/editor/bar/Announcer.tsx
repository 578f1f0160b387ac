'use client';

import { useEffect, useState } from 'react';
import { useEditor, useSession } from '../editor-context';
import type { SaveState, SessionEvent } from '../session/session-state';

/** Tells a screen reader what others see: saved or not, undone, refused. */
export function Announcer() {
  const { session } = useEditor();
  const save = useSession((state) => state.save.kind);
  const [event, setEvent] = useState('');
  useEffect(() => session.hear((heard) => setEvent(wordsOf(heard))), [session]);
  return (
    <>
      <p aria-live="polite" className="sr-only">
        {SAVE_WORDS[save]}
      </p>
      <p aria-live="assertive" className="sr-only">
        {event}
      </p>
    </>
  );
}

const SAVE_WORDS: Readonly<Record<SaveState['kind'], string>> = {
  saved: 'All changes saved.',
  saving: '',
  unsaved: 'Changes are not saved yet. Trying again.',
  refused: 'Changes were not saved.',
};

function wordsOf(event: SessionEvent): string {
  switch (event.kind) {
    case 'refused':
      return event.message;
    case 'undone':
      return `Undone: ${event.message}`;
    case 'redone':
      return `Done again: ${event.message}`;
    case 'reapplied':
      return `${event.kept} edits put on top of the branch, ${event.lost.length} did not fit.`;
  }
}
