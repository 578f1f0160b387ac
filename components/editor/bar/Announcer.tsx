'use client';

import { useEffect, useState } from 'react';
import { useEditor, useSession } from '../editor-context';
import type { SaveState, SessionEvent } from '../session/session-state';
import { joinedWords, stepWords } from '../session-words';

/** Tells a screen reader what others see: saved or not, undone, refused. */
export function Announcer() {
  const { session } = useEditor();
  const save = useSession((state) => saveWords(state.save));
  const [event, setEvent] = useState('');
  useEffect(() => session.hear((heard) => setEvent(wordsOf(heard))), [session]);
  return (
    <>
      <p aria-live="polite" className="sr-only">
        {save}
      </p>
      <p aria-live="assertive" className="sr-only">
        {event}
      </p>
    </>
  );
}

function saveWords(save: SaveState): string {
  switch (save.kind) {
    case 'saved':
      return 'All changes saved.';
    case 'saving':
      return '';
    case 'unsaved':
      return 'Changes are not saved yet. Trying again.';
    case 'refused':
      return 'Changes were not saved.';
    case 'conflict':
      return `“${save.message}” is in conflict with what others did. Choose what to keep.`;
  }
}

function wordsOf(event: SessionEvent): string {
  switch (event.kind) {
    case 'refused':
      return event.message;
    case 'undone':
    case 'redone':
      return stepWords(event);
    case 'joined':
      return joinedWords(event.names);
    case 'reapplied':
      return `${event.kept} edits put on top of the branch, ${event.lost.length} did not fit.`;
  }
}
