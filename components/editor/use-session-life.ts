import { useEffect } from 'react';
import { toast } from 'sonner';
import { downloadJson } from './download-json';
import type { Editor } from './Editor';
import { guardUnload } from './session/guard-unload';
import { stepWords } from './session-words';
import type { SessionEvent } from './session/session-state';

/** What the session needs from the page: a guard at the door, news on return, a voice. */
export function useSessionLife({ session }: Editor, openHistory: () => void): void {
  useEffect(() => {
    guardUnload(session);
    const look = () => void session.refresh();
    const online = () => session.retryNow();
    look();
    window.addEventListener('focus', look);
    window.addEventListener('online', online);
    const stop = session.hear((event) => say(event, openHistory));
    return () => {
      stop();
      window.removeEventListener('focus', look);
      window.removeEventListener('online', online);
    };
  }, [session, openHistory]);
}

function say(event: SessionEvent, openHistory: () => void): void {
  switch (event.kind) {
    case 'refused':
      if (event.code !== 'undo_refused') toast.warning(event.message);
      else toast.warning(event.message, { action: { label: 'History', onClick: openHistory } });
      return;
    case 'undone':
    case 'redone':
      if (event.skipped.length > 0) toast.info(stepWords(event));
      return;
    case 'reapplied':
      sayReapplied(event);
      return;
    case 'joined':
    // What others did simply appears; a screen reader is told.
  }
}

function sayReapplied({ kept, lost }: Extract<SessionEvent, { kind: 'reapplied' }>): void {
  if (lost.length === 0) {
    toast.success(kept === 0 ? 'Up to date.' : 'Your edits are on top of the branch as it is now.');
    return;
  }
  const edits = lost.map(({ message, ops }) => ({ message, ops }));
  toast.error(
    `${lost.length} of your edits no longer fit: ${lost.map((edit) => edit.message).join(', ')}.`,
    {
      duration: Infinity,
      action: { label: 'Export them', onClick: () => downloadJson('lost-edits.json', { edits }) },
    },
  );
}
