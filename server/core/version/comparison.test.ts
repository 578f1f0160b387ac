import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dag, runs } from '@/server/testing/arbitraries';
import { digestDag } from '../dag/digest';
import { COLLECTIONS, type Dag, emptyDag } from '../dag/document';
import { canonicalText } from '../json/canonical';
import type { Json } from '../json/json';
import { applyPatch } from '../patch/apply-patch';
import { compare } from '../patch/compare';
import type { Op } from '../patch/ops';
import { type Comparison, comparisonOf, type EntryChange } from './comparison';

function comparison(before: Dag, after: Dag, options: { layout?: boolean } = {}): Comparison {
  return comparisonOf({ before, after, ops: compare(before, after) }, options);
}

const fetch = { type: 'http.request', name: 'Fetch leads', config: { url: 'a' } };
const score = { type: 'code', position: { x: 0, y: 0 } };
const before: Dag = {
  ...emptyDag(),
  nodes: { fetch, score, old: { type: 'noop' } },
  edges: { e: { source: 'fetch', target: 'score' } },
  notes: { n: { text: 'Ask Ben', color: 'yellow' } },
};
const change = (ops: Op[]) => applyPatch(before, ops);
const none = { added: 0, removed: 0, changed: 0, moved: 0 };

describe('[M2] a comparison', () => {
  test('names what was added, removed, changed and moved, with old and new values', () => {
    const after = change([
      { op: 'replace', path: '/nodes/fetch/name', value: 'Fetch orders' },
      { op: 'replace', path: '/nodes/fetch/config/url', value: 'b' },
      { op: 'replace', path: '/nodes/score/position', value: { x: 9, y: 9 } },
      { op: 'remove', path: '/nodes/old' },
      { op: 'add', path: '/nodes/fresh', value: { type: 'delay' } },
      { op: 'remove', path: '/notes/n/color' },
      { op: 'add', path: '/settings/ui/grid', value: true },
    ]);
    const { entries, document, counts, logicChanged } = comparison(before, after);
    expect(entries.nodes).toEqual([
      {
        id: 'fetch',
        kind: 'changed',
        name: { before: 'Fetch leads', after: 'Fetch orders' },
        fields: [
          { path: '/config/url', before: 'a', after: 'b', layout: false },
          { path: '/name', before: 'Fetch leads', after: 'Fetch orders', layout: false },
        ],
      },
      {
        id: 'fresh',
        kind: 'added',
        name: { before: null, after: 'delay' },
        fields: [{ path: '', after: { type: 'delay' }, layout: false }],
      },
      {
        id: 'old',
        kind: 'removed',
        name: { before: 'noop', after: null },
        fields: [{ path: '', before: { type: 'noop' }, layout: false }],
      },
      {
        id: 'score',
        kind: 'moved',
        name: { before: 'code', after: 'code' },
        fields: [
          { path: '/position', before: { x: 0, y: 0 }, after: { x: 9, y: 9 }, layout: true },
        ],
      },
    ]);
    expect(entries.notes).toEqual([
      {
        id: 'n',
        kind: 'moved',
        name: { before: 'Ask Ben', after: 'Ask Ben' },
        fields: [{ path: '/color', before: 'yellow', layout: true }],
      },
    ]);
    expect(document).toEqual([{ path: '/settings/ui/grid', after: true, layout: false }]);
    expect(counts).toEqual({
      nodes: { added: 1, removed: 1, changed: 1, moved: 1 },
      edges: none,
      notes: { ...none, moved: 1 },
      groups: none,
    });
    expect(logicChanged).toBe(true);
  });

  test('can leave layout out', () => {
    const after = change([
      { op: 'replace', path: '/nodes/score/position', value: { x: 9, y: 9 } },
      { op: 'add', path: '/nodes/fetch/position', value: { x: 1, y: 1 } },
      { op: 'replace', path: '/nodes/fetch/name', value: 'Fetch orders' },
    ]);
    const { entries, counts, logicChanged } = comparison(before, after, { layout: false });
    expect(entries.nodes.map(({ id, fields }) => [id, fields.map(({ path }) => path)])).toEqual([
      ['fetch', ['/name']],
    ]);
    expect(counts.nodes).toEqual({ ...none, changed: 1 });
    expect(logicChanged).toBe(false);
  });

  test('names connections by what they join on each side', () => {
    const after = change([
      { op: 'replace', path: '/edges/e/source', value: 'old' },
      { op: 'add', path: '/nodes/score/name', value: 'Score' },
    ]);
    expect(comparison(before, after).entries.edges).toEqual([
      {
        id: 'e',
        kind: 'changed',
        name: { before: 'Fetch leads → code', after: 'noop → Score' },
        fields: [{ path: '/source', before: 'fetch', after: 'old', layout: false }],
      },
    ]);
  });

  test('a connection drawn again under another id executes as before', () => {
    const after = change([
      { op: 'add', path: '/edges/f', value: { source: 'fetch', target: 'score' } },
      { op: 'remove', path: '/edges/e' },
    ]);
    const { counts, logicChanged } = comparison(before, after);
    expect(counts.edges).toEqual({ ...none, added: 1, removed: 1 });
    expect(logicChanged).toBe(false);
  });
});

/** Two documents that have much in common: what people compare. */
const pair = fc
  .tuple(dag, dag, fc.infiniteStream(fc.boolean()))
  .map(([one, two, coins]): [Dag, Dag] => {
    const ops = compare(one, two).filter(() => coins.next().value as boolean);
    return [one, applyPatch(one, ops)];
  });

const every = (found: Comparison): EntryChange[] =>
  COLLECTIONS.flatMap((name) => [...found.entries[name]]);

test('[M2] its fields are the ops, so applying them gives the other document', () => {
  fc.assert(
    fc.property(pair, ([one, two]) => {
      const ops = compare(one, two);
      const found = comparisonOf({ before: one, after: two, ops });
      const told = COLLECTIONS.flatMap((name) =>
        found.entries[name].flatMap(({ id, fields }) =>
          fields.map((field) => ({ ...field, path: `/${name}/${id}${field.path}` })),
        ),
      ).concat(found.document);
      const again = told.map(({ path, before: was, after: is }): Op => {
        if (is === undefined) return { op: 'remove', path };
        return { op: was === undefined ? 'add' : 'replace', path, value: is };
      });
      const byPath = (a: Op, b: Op) => (a.path < b.path ? -1 : 1);
      expect(again.sort(byPath)).toEqual([...ops].sort(byPath));
      expect(canonicalText(applyPatch(one, again) as unknown as Json)).toBe(
        canonicalText(two as unknown as Json),
      );
    }),
    runs(150),
  );
});

test('[M2] the other way round, added is removed and every value changes sides', () => {
  const swapped = {
    added: 'removed',
    removed: 'added',
    changed: 'changed',
    moved: 'moved',
  } as const;
  fc.assert(
    fc.property(pair, ([one, two]) => {
      const mirrored = every(comparison(two, one)).map(({ id, kind, name, fields }) => ({
        id,
        kind: swapped[kind],
        name: { before: name.after, after: name.before },
        fields: new Set(
          fields.map(({ path, before: was, after: is, layout }) => ({
            path,
            layout,
            ...(is === undefined ? {} : { before: is }),
            ...(was === undefined ? {} : { after: was }),
          })),
        ),
      }));
      const forth = every(comparison(one, two)).map((entry) => ({
        ...entry,
        fields: new Set(entry.fields),
      }));
      expect(mirrored).toEqual(forth);
    }),
    runs(150),
  );
});

test('[M2] equal documents have nothing to compare', () => {
  fc.assert(
    fc.property(dag, (one) => {
      const found = comparison(one, JSON.parse(JSON.stringify(one)) as Dag);
      expect(every(found)).toEqual([]);
      expect(found.document).toEqual([]);
      expect(found.logicChanged).toBe(false);
    }),
    runs(100),
  );
});

test('[D4] the logic has changed exactly when the logic hashes differ', () => {
  fc.assert(
    fc.property(pair, ([one, two]) => {
      const differs = digestDag(one).logicHash !== digestDag(two).logicHash;
      expect(comparison(one, two).logicChanged).toBe(differs);
      expect(comparison(one, two, { layout: false }).logicChanged).toBe(differs);
    }),
    runs(200),
  );
});
