import { useEffect } from 'react';
import { toast } from 'sonner';
import { downloadJson } from './download-json';
import type { Editor } from './Editor';
import { guardUnload } from './session/guard-unload';
import type { SessionEvent } from './session/session-state';

/** What the session needs from the page: a guard at the door, news on return, a voice. */
export function useSessionLife({ session }: Editor): void {
  useEffect(() => {
    guardUnload(session);
    const look = () => void session.refresh();
    const online = () => session.retryNow();
    look();
    window.addEventListener('focus', look);
    window.addEventListener('online', online);
    const stop = session.hear(say);
    return () => {
      stop();
      window.removeEventListener('focus', look);
      window.removeEventListener('online', online);
    };
  }, [session]);
}

function say(event: SessionEvent): void {
  if (event.kind === 'refused') toast.warning(event.message);
  if (event.kind !== 'reapplied') return;
  const { kept, lost } = event;
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
