import fc, { type Arbitrary } from 'fast-check';
import { vi } from 'vitest';
import type { Dag, DagEdge, DagNode } from '@core/dag/document';
import { emptyDag } from '@core/dag/document';
import { endsKey } from '@core/dag/logic';
import { validateChange } from '@core/dag/validate';
import { DomainError } from '@core/errors';
import type { Json, JsonObject } from '@core/json/json';
import { applyPatch } from '@core/patch/apply-patch';
import { type Op, parsePatch } from '@core/patch/ops';
import { formatPointer } from '@core/patch/pointer';

/** How much longer properties run under STEMMA_STRESS=1. */
export const STRESS = process.env.STEMMA_STRESS === '1' ? 20 : 1;

if (STRESS > 1) vi.setConfig({ testTimeout: 1_800_000 });

/** Runs of a property: `n` in every test run, many more under STEMMA_STRESS=1. */
export function runs(n: number): { numRuns: number } {
  return { numRuns: n * STRESS };
}

/** Text of I-JSON, with what goes wrong most: escapes, separators, astral and composed characters. */
const ODD_TEXT = [
  '',
  '~',
  '/',
  '~1',
  'length',
  '-',
  '01',
  'é',
  'é',
  '😀',
  '\u{10ffff}',
  '\n"\\\u007f',
];

export const text: Arbitrary<string> = fc
  .oneof(
    { weight: 4, arbitrary: fc.string({ maxLength: 8 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
    { weight: 1, arbitrary: fc.constantFrom(...ODD_TEXT) },
  )
  .filter((value) => !value.includes('\0') && value.isWellFormed());

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** Few names, so that two patches meet on the same key. */
export const key: Arbitrary<string> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom('url', 'method', 'body', 'list', 'a', 'b', '~', '/', ''),
  },
  { weight: 1, arbitrary: text.filter((value) => !FORBIDDEN.has(value)) },
);

export const number: Arbitrary<number> = fc.oneof(
  fc.integer({ min: -5, max: 5 }),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -0, 1e21, 1e-7, 5e-324, 2 ** 53, 0.1 + 0.2),
);

const { json: jsonTree } = fc.letrec<{ json: Json; list: Json[]; map: JsonObject }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    fc.oneof(fc.constant(null), fc.boolean(), number, text),
    tie('list'),
    tie('map'),
  ),
  list: fc.array(tie('json'), { maxLength: 3 }),
  map: fc.dictionary(key, tie('json'), { maxKeys: 3, noNullPrototype: true }),
}));

/** Any I-JSON value [D5]. */
export const json: Arbitrary<Json> = jsonTree;

export const jsonObject: Arbitrary<JsonObject> = fc.dictionary(key, json, {
  maxKeys: 3,
  noNullPrototype: true,
});

const NODE_IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g_1', 'h_2'];
const OTHER_IDS = ['p', 'q', 'r', 's', 't_1', 'u_2'];
const PORTS = ['out', 'in', 'true', 'false', 'ai tool', 'é'];

/** Ids come from a small pool, so that independent edits meet. */
export const nodeId: Arbitrary<string> = fc.constantFrom(...NODE_IDS);
export const otherId: Arbitrary<string> = fc.constantFrom(...OTHER_IDS);
const port = fc.constantFrom(...PORTS);
const position = fc.record({ x: number, y: number });
const size = fc.record({ width: fc.nat(500), height: fc.nat(500) });

/** Known and unknown types, any fields, any configuration. */
export const dagNode: Arbitrary<DagNode> = optional(
  { type: fc.constantFrom('http.request', 'noop', 'n8n.telegram', 'x') },
  {
    v: fc.integer({ min: 1, max: 3 }),
    name: fc.oneof(fc.constantFrom('Fetch leads', 'Score'), text),
    position,
    config: jsonObject,
    disabled: fc.boolean(),
    group: otherId,
    retry: optional(
      {},
      {
        maxAttempts: fc.integer({ min: 1, max: 9 }),
        backoffMs: fc.nat(100),
        factor: fc.constantFrom(1, 1.5, 2),
        continueOnError: fc.boolean(),
      },
    ),
    timeoutMs: fc.nat(1000),
    ext: jsonObject,
  },
);

/** An edge between any two ids; whether it may be added is the document's question. */
export const dagEdge: Arbitrary<DagEdge> = optional(
  { source: nodeId, target: nodeId },
  { sourcePort: port, targetPort: port, feedback: fc.boolean(), ext: jsonObject },
);

export const dagNote = optional({ text }, { position, size, color: text, ext: jsonObject });

export const dagGroup = optional(
  {},
  { name: text, position, size, collapsed: fc.boolean(), ext: jsonObject },
);

/** Documents that may be stored [D2]: edges that would be refused are left out. */
export const dag: Arbitrary<Dag> = fc
  .record({
    nodes: fc.dictionary(nodeId, dagNode, { maxKeys: 5, noNullPrototype: true }),
    edges: fc.dictionary(otherId, dagEdge, { maxKeys: 5, noNullPrototype: true }),
    notes: fc.dictionary(otherId, dagNote, { maxKeys: 2, noNullPrototype: true }),
    groups: fc.dictionary(otherId, dagGroup, { maxKeys: 2, noNullPrototype: true }),
    settings: fc.record({ run: jsonObject, ui: jsonObject }),
    ext: jsonObject,
  })
  .map((parts) => withoutRefusedEdges({ ...emptyDag(), ...parts }));

/** Forward edges run from a smaller id to a greater one, which no cycle does; others are feedback. */
function withoutRefusedEdges(value: Dag): Dag {
  const seen = new Set<string>();
  const edges: Record<string, DagEdge> = {};
  for (const [id, edge] of Object.entries(value.edges)) {
    const ends = Object.hasOwn(value.nodes, edge.source) && Object.hasOwn(value.nodes, edge.target);
    if (!ends || edge.source === edge.target || seen.has(endsKey(edge))) continue;
    seen.add(endsKey(edge));
    edges[id] = edge.source < edge.target ? edge : { ...edge, feedback: true };
  }
  return { ...value, edges };
}

/** Every place in a value, as segments, the value itself included. */
export function placesIn(value: Json, at: readonly string[] = []): string[][] {
  const inner =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, item]) => placesIn(item, [...at, name]))
      : [];
  return [[...at], ...inner];
}

/** What people do on the canvas, aimed at the entries of this document [P3]. */
export function gesture(before: Dag): Arbitrary<Op[]> {
  const nodes = Object.keys(before.nodes);
  const edges = Object.keys(before.edges);
  const choices: Arbitrary<Op[]>[] = [
    fc.tuple(nodeId, dagNode).map(([id, value]) => [op('add', ['nodes', id], value)]),
    fc.tuple(otherId, dagEdge).map(([id, value]) => [op('add', ['edges', id], value)]),
    fc.tuple(otherId, dagNote).map(([id, value]) => [op('add', ['notes', id], value)]),
    fc.tuple(key, json).map(([name, value]) => [op('add', ['settings', 'run', name], value)]),
  ];
  if (nodes.length > 0) choices.push(...nodeGestures(before, fc.constantFrom(...nodes)));
  if (edges.length > 0) {
    const some = fc.constantFrom(...edges);
    choices.push(
      some.map((id) => [remove(['edges', id])]),
      fc.tuple(some, nodeId).map(([id, end]) => [op('replace', ['edges', id, 'target'], end)]),
    );
  }
  return fc.oneof(...choices);
}

function nodeGestures(before: Dag, some: Arbitrary<string>): Arbitrary<Op[]>[] {
  return [
    fc.tuple(some, position).map(([id, to]) => [op('add', ['nodes', id, 'position'], to)]),
    fc.tuple(some, text).map(([id, name]) => [op('add', ['nodes', id, 'name'], name)]),
    fc.tuple(some, jsonObject).map(([id, to]) => [op('add', ['nodes', id, 'config'], to)]),
    fc.tuple(some, otherId).map(([id, group]) => [op('add', ['nodes', id, 'group'], group)]),
    some.map((id) => {
      const joined = Object.entries(before.edges).filter(
        ([, edge]) => edge.source === id || edge.target === id,
      );
      return [...joined.map(([edge]) => remove(['edges', edge])), remove(['nodes', id])];
    }),
  ];
}

/** Raw RFC 6902 ops at places that exist, or nearly exist, in this document. */
export function rawOp(before: Dag): Arbitrary<Op> {
  const place = fc.constantFrom(...placesIn(before as unknown as Json));
  const near = fc
    .tuple(place, fc.option(fc.oneof(key, fc.constantFrom('-', '0', '1', '2')), { nil: undefined }))
    .map(([at, last]) => formatPointer(last === undefined ? at : [...at, last]));
  const path = fc.oneof(
    { weight: 2, arbitrary: place.map(formatPointer) },
    { weight: 1, arbitrary: near },
  );
  return fc.oneof(
    fc.record({ op: fc.constantFrom('add', 'replace'), path, value: json }),
    fc.record({ op: fc.constant('remove'), path }),
    fc.record({ op: fc.constantFrom('move', 'copy'), from: path, path: near }),
    place.map((at) => op('test', at, valueAt(before as unknown as Json, at))),
    fc.record({ op: fc.constant('test'), path, value: json }),
  );
}

/** A patch made for this document; whether it applies or is refused is not said. */
export function patch(before: Dag): Arbitrary<Op[]> {
  return fc.oneof(
    { weight: 3, arbitrary: gesture(before) },
    { weight: 1, arbitrary: fc.array(gesture(before), { maxLength: 4 }).map((all) => all.flat()) },
    { weight: 2, arbitrary: fc.array(rawOp(before), { minLength: 1, maxLength: 4 }) },
  );
}

const HOSTILE_SEGMENTS = [
  ...FORBIDDEN,
  'length',
  '-',
  '01',
  '1e0',
  '+1',
  ' 1',
  '-1',
  '4294967295',
  '~2',
  '~',
  '~01',
  'toString',
  'hasOwnProperty',
  '__defineGetter__',
  '0',
  '1',
  '',
  'nodes',
  'a',
  'config',
  'list',
];

/** Ops that no client of ours sends: odd pointers, odd shapes, prototype tricks, values not JSON. */
export const hostileOp: Arbitrary<unknown> = fc.record({
  op: fc.constantFrom('add', 'add', 'replace', 'remove', 'move', 'copy', 'test', '_get', 7),
  path: hostilePath(),
  from: hostilePath(),
  value: fc.oneof(
    json,
    fc.constantFrom(undefined, NaN, Infinity, '\ud800', 'a\0b', new Date(0), [, 1], () => 1),
    fc
      .constantFrom('{"__proto__":{"polluted":1}}', '{"a":[{"constructor":{"prototype":{"p":1}}}]}')
      .map((source) => JSON.parse(source) as Json),
  ),
});

function hostilePath(): Arbitrary<unknown> {
  const start = fc.constantFrom('', '/ext', '/ext', '/nodes/a/config', '/nodes/a/config/list');
  const rest = fc.array(fc.constantFrom(...HOSTILE_SEGMENTS), { maxLength: 3 });
  const path = fc
    .tuple(start, rest)
    .map(([from, segments]) => from + segments.map((segment) => `/${segment}`).join(''));
  return fc.oneof(
    { weight: 20, arbitrary: path },
    { weight: 1, arbitrary: fc.constantFrom('a', 3, null) },
  );
}

function op(kind: 'add' | 'replace' | 'test', at: readonly string[], value: object | Json): Op {
  return { op: kind, path: formatPointer(at), value: value as Json };
}

function remove(at: readonly string[]): Op {
  return { op: 'remove', path: formatPointer(at) };
}

function valueAt(value: Json, at: readonly string[]): Json {
  return at.reduce<Json>((inner, segment) => (inner as JsonObject)[segment] as Json, value);
}

type Fields = Record<string, Arbitrary<unknown>>;
type Values<T extends Fields> = { [K in keyof T]: T[K] extends Arbitrary<infer V> ? V : never };

/** An object with all of the first fields and any of the others, none of them undefined. */
function optional<R extends Fields, O extends Fields>(
  required: R,
  others: O,
): Arbitrary<Values<R> & Partial<Values<O>>> {
  return fc.record(
    { ...required, ...others },
    {
      requiredKeys: Object.keys(required),
      noNullPrototype: true,
    },
  ) as unknown as Arbitrary<Values<R> & Partial<Values<O>>>;
}

/** A document and a patch made for it. */
export const edited: Arbitrary<{ before: Dag; ops: Op[] }> = dag.chain((before) =>
  patch(before).map((ops) => ({ before, ops })),
);

/** A document and two patches made for it by two people who do not know of each other. */
export const editedTwice: Arbitrary<{ before: Dag; mine: Op[]; theirs: Op[] }> = dag.chain(
  (before) =>
    fc.record({ before: fc.constant(before), mine: patch(before), theirs: patch(before) }),
);

/** The document after the ops, or undefined when the core refuses them, as the server does. */
export function attempt(before: Dag, ops: readonly Op[]): Dag | undefined {
  try {
    const after = applyPatch(before, parsePatch(ops).ops);
    validateChange(before, after);
    return after;
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

/** The same value, frozen to its leaves; whoever changes it in place fails. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const item of Object.values(value)) deepFreeze(item);
  }
  return value;
}

/** One side of two concurrent edits: its ops, and the document they give. */
export interface EditSide {
  readonly ops: Op[];
  readonly after: Dag;
}

/** Two edits of one document, each accepted on the document it was made for. */
export const concurrent: Arbitrary<{ before: Dag; mine: EditSide; theirs: EditSide }> = editedTwice
  .map(({ before, mine, theirs }) => ({
    before: deepFreeze(before),
    mine: { ops: mine, after: attempt(before, mine) },
    theirs: { ops: theirs, after: attempt(before, theirs) },
  }))
  .filter(
    (edits): edits is { before: Dag; mine: EditSide; theirs: EditSide } =>
      edits.mine.after !== undefined && edits.theirs.after !== undefined,
  );
