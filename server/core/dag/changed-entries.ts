/** What differs between two versions of a map of entries, by identity of the entries. */
export interface ChangedEntries {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

const NONE: ChangedEntries = { added: [], removed: [], changed: [] };

/**
 * Entries that are not the very same object on both sides. Patches share what they do not touch,
 * so the answer costs a comparison of references and never a walk into the entries.
 */
export function changedEntries(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): ChangedEntries {
  if (before === after) return NONE;
  const added: string[] = [];
  const changed: string[] = [];
  for (const id of Object.keys(after)) {
    if (!Object.hasOwn(before, id)) added.push(id);
    else if (before[id] !== after[id]) changed.push(id);
  }
  const removed = Object.keys(before).filter((id) => !Object.hasOwn(after, id));
  return { added, removed, changed };
}
