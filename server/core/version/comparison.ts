import { type Collection, COLLECTIONS, type Dag, isCollection } from '../dag/document';
import { entryLabel } from '../dag/entry-label';
import type { Json } from '../json/json';
import { isLayout } from '../patch/layout';
import type { Op } from '../patch/ops';
import { formatPointer, parsePointer } from '../patch/pointer';
import { valueAt } from '../patch/value-at';
import { changesLogic } from './changes-logic';

/** [M2] One unit that differs: the value on each side, left out where there is none. */
export interface FieldChange {
  /** Inside the entry, or inside the document where it is no entry's; empty for the whole entry. */
  readonly path: string;
  readonly before?: Json;
  readonly after?: Json;
  /** Where it stands or how it is dressed, not what it does. */
  readonly layout: boolean;
}

/** `moved`: on both sides, and nothing but layout differs. */
export type EntryChangeKind = 'added' | 'removed' | 'changed' | 'moved';

export interface EntryChange {
  readonly id: string;
  readonly kind: EntryChangeKind;
  /** What it is called on each side; null where it does not exist. */
  readonly name: { readonly before: string | null; readonly after: string | null };
  readonly fields: readonly FieldChange[];
}

export type Counts = Readonly<Record<EntryChangeKind, number>>;

/** [M2] What differs between two documents, for people: by collection and entry, each sorted by id. */
export interface Comparison {
  readonly entries: Readonly<Record<Collection, readonly EntryChange[]>>;
  /** Settings and extra data of the document itself. */
  readonly document: readonly FieldChange[];
  readonly counts: Readonly<Record<Collection, Counts>>;
  /** Whether a run of one would be another run than of the other. */
  readonly logicChanged: boolean;
}

interface Compared {
  readonly before: Dag;
  readonly after: Dag;
  /** What `compare` gives for the two. */
  readonly ops: readonly Op[];
}

/** [M2] The differences by entry; without `layout`, as if nothing had been moved or dressed. */
export function comparisonOf(compared: Compared, { layout = true } = {}): Comparison {
  const document: FieldChange[] = [];
  const fields = new Map<Collection, Map<string, FieldChange[]>>();
  for (const op of compared.ops) {
    if (!layout && isLayout(op.path)) continue;
    const [collection, id, ...inside] = parsePointer(op.path);
    if (!isCollection(collection) || id === undefined) {
      document.push(fieldChange(compared, op, op.path));
      continue;
    }
    const ofCollection = fields.get(collection) ?? new Map<string, FieldChange[]>();
    const ofEntry = ofCollection.get(id) ?? [];
    ofEntry.push(fieldChange(compared, op, formatPointer(inside)));
    fields.set(collection, ofCollection.set(id, ofEntry));
  }
  const entries = byCollection((collection) =>
    [...(fields.get(collection) ?? [])]
      .map(([id, changes]) => entryChange(compared, { collection, id, fields: changes }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  );
  return {
    entries,
    document,
    counts: byCollection((collection) => countsOf(entries[collection])),
    logicChanged: changesLogic(compared),
  };
}

function entryChange(
  { before, after }: Compared,
  entry: { collection: Collection; id: string; fields: readonly FieldChange[] },
): EntryChange {
  const { collection, id, fields } = entry;
  const name = {
    before: entryLabel(before, collection, id) ?? null,
    after: entryLabel(after, collection, id) ?? null,
  };
  return { id, kind: kindOf(name, fields), name, fields };
}

function kindOf(name: EntryChange['name'], fields: readonly FieldChange[]): EntryChangeKind {
  if (name.before === null) return 'added';
  if (name.after === null) return 'removed';
  return fields.every((field) => field.layout) ? 'moved' : 'changed';
}

function fieldChange({ before, after }: Compared, { path: at }: Op, path: string): FieldChange {
  const [was, is] = [before, after].map((dag) => valueAt(dag, at));
  return {
    path,
    ...(was === undefined ? {} : { before: was }),
    ...(is === undefined ? {} : { after: is }),
    layout: isLayout(at),
  };
}

function countsOf(entries: readonly EntryChange[]): Counts {
  const counts = { added: 0, removed: 0, changed: 0, moved: 0 };
  for (const { kind } of entries) counts[kind] += 1;
  return counts;
}

function byCollection<T>(make: (collection: Collection) => T): Record<Collection, T> {
  return Object.fromEntries(COLLECTIONS.map((name) => [name, make(name)])) as Record<Collection, T>;
}
