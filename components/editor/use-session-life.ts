import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { toast } from 'sonner';
import { count } from '@/components/shell/count';
import { downloadJson } from './download-json';
import type { Editor } from './Editor';
import { editorHref, historyHref, type Place } from './place';
import { stepWords } from './session-words';
import type { SaveState, SessionEvent } from './session/session-state';
import { keepUnsaved } from './unsaved-editors';

const LEFT_MS = 10_000;

/** What the session needs from the page: a guard at the door, news on return, a voice. */
export function useSessionLife(editor: Editor, key: string, place: Place): void {
  const { session } = editor;
  const router = useRouter();
  const here = editorHref(place, place.branch);
  const history = historyHref(place, place.branch);
  useEffect(() => {
    keepUnsaved(key, editor);
    const look = () => void session.refresh();
    const online = () => session.retryNow();
    look();
    window.addEventListener('focus', look);
    window.addEventListener('online', online);
    const stop = session.hear((event) => say(event, () => router.push(history)));
    return () => {
      stop();
      window.removeEventListener('focus', look);
      window.removeEventListener('online', online);
    };
  }, [editor, session, key, router, history]);
  useEffect(
    () => () => sayLeft(session.state().save, () => router.push(here)),
    [session, router, here],
  );
}

/** Whoever leaves edits that wait for a decision is told where they are. */
function sayLeft(save: SaveState, goBack: () => void): void {
  if (save.kind !== 'conflict' && save.kind !== 'refused') return;
  toast.warning(`${count(save.waiting, 'edit')} not saved, waiting for you in the editor.`, {
    duration: LEFT_MS,
    action: { label: 'Go back', onClick: goBack },
  });
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
