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
  const changes = scan(before, after);
  answers.set(after, { before, changes });
  return changes;
}

function scan(before: Entries, after: Entries): ChangedEntries {
  const added: string[] = [];
  const changed: string[] = [];
  for (const id of Object.keys(after)) {
    if (!Object.hasOwn(before, id)) added.push(id);
    else if (before[id] !== after[id]) changed.push(id);
  }
  const removed = Object.keys(before).filter((id) => !Object.hasOwn(after, id));
  return { added, removed, changed };
}
