import type { EditSession } from './EditSession';

const guarded = new Set<EditSession>();

function hold(event: BeforeUnloadEvent): void {
  const unsaved = [...guarded].some((session) => session.state().save.kind !== 'saved');
  if (unsaved) event.preventDefault();
}

/**
 * Asks before the page is left while edits wait. A session stays guarded after its editor is gone,
 * for it goes on sending.
 */
export function guardUnload(session: EditSession): void {
  if (guarded.size === 0) window.addEventListener('beforeunload', hold);
  for (const other of guarded) if (other.state().save.kind === 'saved') guarded.delete(other);
  guarded.add(session);
}
