import type { Editor } from './Editor';

/** By person and branch; filled in the browser only. */
const kept = new Map<string, Editor>();

function hold(event: BeforeUnloadEvent): void {
  if ([...kept.values()].some(isUnsaved)) event.preventDefault();
}

/**
 * Asks before the page is left while edits wait. An editor stays kept after its page is gone: it
 * goes on sending, and whoever comes back to the branch finds in it what still waits.
 */
export function keepUnsaved(key: string, editor: Editor): void {
  if (kept.size === 0) window.addEventListener('beforeunload', hold);
  for (const [other, one] of kept) if (!isUnsaved(one)) kept.delete(other);
  kept.set(key, editor);
}

/** The editor in which something of this person on this branch is not saved yet. */
export function unsavedEditor(key: string): Editor | undefined {
  const editor = kept.get(key);
  return editor && isUnsaved(editor) ? editor : undefined;
}

function isUnsaved({ session }: Editor): boolean {
  return session.state().save.kind !== 'saved';
}
