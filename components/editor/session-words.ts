import type { SessionEvent } from './session/session-state';

type Step = Extract<SessionEvent, { kind: 'undone' | 'redone' }>;

/** “Undid “Move A” (“Add B” was taken back already)” */
export function stepWords({ kind, message, skipped }: Step): string {
  const verb = kind === 'undone' ? 'Undid' : 'Did again';
  const already = kind === 'undone' ? 'taken back already' : 'there already';
  const names = skipped.map((name) => `“${name}”`).join(', ');
  const passed = `${names} ${skipped.length === 1 ? 'was' : 'were'} ${already}`;
  return `${verb} “${message}”${skipped.length === 0 ? '' : ` (${passed})`}`;
}

/** Whose changes have come in; nobody's name for one's own from elsewhere. */
export function joinedWords(names: readonly string[]): string {
  if (names.length === 0) return 'Your changes from elsewhere were added.';
  const last = names.at(-1) ?? '';
  const others = names.slice(0, -1).join(', ');
  return `${others === '' ? last : `${others} and ${last}`}’s changes were added.`;
}
