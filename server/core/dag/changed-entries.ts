/** What differs between two versions of a map of entries, by identity of the entries. */
export interface ChangedEntries {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

type Entries = Readonly<Record<string, unknown>>;

const NONE: ChangedEntries = { added: [], removed: [], changed: [] };

/** The last answer for each `after`: validating and hashing one edit ask the same question. */
const answers = new WeakMap<Entries, { before: Entries; changes: ChangedEntries }>();

/**
 * Entries that are not the very same object on both sides. Patches share what they do not touch,
 * so the answer costs a comparison of references and never a walk into the entries.
 */
export function changedEntries(before: Entries, after: Entries): ChangedEntries {
  if (before === after) return NONE;
  const answer = answers.get(after);
  if (answer?.before === before) return answer.changes;
  const ids = new Set([...Object.keys(before), ...Object.keys(after)]);
  return knowChanges(before, after, ids);
}

/** The same for who knows the only ids that can differ; later questions cost nothing. */
export function knowChanges(
  before: Entries,
  after: Entries,
  ids: Iterable<string>,
): ChangedEntries {
  const added: string[] = [];
  const removed: string[] = [];
  const changed: string[] = [];
  for (const id of ids) {
    const was = Object.hasOwn(before, id);
    const is = Object.hasOwn(after, id);
    if (was && is && before[id] !== after[id]) changed.push(id);
    else if (is && !was) added.push(id);
    else if (was && !is) removed.push(id);
  }
  const changes = { added, removed, changed };
  answers.set(after, { before, changes });
  return changes;
}
