import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../../../testing/arbitraries';
import type { Dag } from '../../dag/document';
import { validateDag } from '../../dag/validate';
import { canonicalText } from '../../json/canonical';
import { assertIJson } from '../../json/i-json';
import type { Json, JsonObject } from '../../json/json';
import { applyPatch } from '../../patch/apply-patch';
import { compare } from '../../patch/compare';
import { seededBytes } from '../seeded-bytes';
import { exportReactFlow } from './export-react-flow';
import { importReactFlow } from './import-react-flow';

const anything = fc
  .jsonValue({ maxDepth: 2 })
  .filter((value) => !/"(__proto__|constructor|prototype)":|\\u/.test(JSON.stringify(value)));

const id = fc.constantFrom<Json[]>('a', 'b', 'c_0', 'frame', 'frame_2', '1', 1);
const oddId = fc.oneof({ weight: 9, arbitrary: id }, anything);
const number = fc.oneof(
  fc.integer({ min: -500, max: 500 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const position = fc.oneof(
  { weight: 6, arbitrary: record({ x: number, y: number }) },
  record({ x: number, y: number, z: number }),
  anything,
);
const label = fc.constantFrom('A', 'B', 'Fetch leads', '');

const data = record(
  {
    label: fc.oneof(label, anything),
    name: fc.oneof(fc.constantFrom('chatModel', ''), anything),
    id: oddId,
    selected: fc.oneof(fc.boolean(), anything),
    inputParams: fc.oneof(fc.constant([]), anything),
    inputs: fc.oneof(record({ note: fc.string({ maxLength: 3 }), url: anything }), anything),
    config: anything,
  },
  [],
);

const node = record(
  {
    id: oddId,
    type: fc.oneof(
      fc.constantFrom(
        'default',
        'group',
        'group',
        'stickyNote',
        'stemma.noop',
        'stemma.note',
        'stemma.',
        'flow.x',
        '',
      ),
      anything,
    ),
    position,
    positionAbsolute: position,
    parentId: oddId,
    parentNode: oddId,
    data: fc.oneof({ weight: 5, arbitrary: data }, anything),
    style: fc.oneof(record({ width: number, height: number, color: label }, []), anything),
    width: fc.oneof(number, anything),
    height: fc.oneof(number, anything),
    selected: anything,
    stemma: fc.oneof(
      record(
        { disabled: fc.boolean(), timeoutMs: fc.integer(), color: label, collapsed: fc.boolean() },
        [],
      ),
      anything,
    ),
  },
  [],
).map((value) =>
  value.id === 'a' ? { ...value, positionAbsolute: value.position ?? null } : value,
);

const handle = fc.oneof(fc.constantFrom('out', 'in', 'c_0-output|x', ''), anything);
const edge = record(
  {
    source: id,
    target: id,
    sourceHandle: handle,
    targetHandle: handle,
    id: fc.oneof(fc.constantFrom('e1', 'e2', 'flowise', 'xy'), anything),
    type: anything,
    data: anything,
  },
  ['source', 'target'],
).map(withMadeId);

/** Some edges have ids that tools make of their ends. */
function withMadeId(value: JsonObject): JsonObject {
  const { source, target, sourceHandle = '', targetHandle = '' } = value;
  const text = [source, sourceHandle, target, targetHandle].map((end) =>
    typeof end === 'string' ? end : '',
  );
  if (value.id === 'flowise') return { ...value, id: text.join('-') };
  if (value.id === 'xy')
    return { ...value, id: `xy-edge__${text[0]}${text[1]}-${text[2]}${text[3]}` };
  return value;
}

const file = record(
  {
    nodes: fc.array(node, { maxLength: 7 }),
    edges: fc.array(fc.oneof({ weight: 9, arbitrary: edge }, anything), { maxLength: 7 }),
    viewport: fc.oneof(record({ x: number, y: number, zoom: number }), anything),
    name: fc.oneof(label, anything),
    order: anything,
  },
  ['nodes'],
);

function record(
  model: Readonly<Record<string, fc.Arbitrary<unknown>>>,
  requiredKeys = Object.keys(model),
): fc.Arbitrary<JsonObject> {
  return fc.record(model, { noNullPrototype: true, requiredKeys }) as fc.Arbitrary<JsonObject>;
}

/** As the store gives it back: keys in order, no negative zero. */
function stored<T>(value: T): T {
  return JSON.parse(canonicalText(value as Json)) as T;
}

/** What React Flow has no word for stays with what is found again. */
function withoutOurs(source: JsonObject): unknown {
  const nodes = source.nodes as readonly JsonObject[];
  return stored({ ...source, nodes: nodes.map(({ stemma: _, ...node }) => node) });
}

function read(source: JsonObject, existing?: Dag, seed = 1) {
  return importReactFlow(stored(source), {
    random: seededBytes(seed),
    ...(existing && { existing }),
  });
}

test('[D3] whatever a React Flow file holds comes back equal, and the document is sound', () => {
  fc.assert(
    fc.property(file, fc.nat(), (source, seed) => {
      const { dag } = read(source, undefined, seed);
      expect(() => validateDag(dag)).not.toThrow();
      expect(() => assertIJson(dag)).not.toThrow();
      expect(stored(exportReactFlow(stored(dag)))).toEqual(stored(source));
    }),
    runs(150),
  );
});

test('[D6] the same file over its own import is the same document, whatever the randomness', () => {
  fc.assert(
    fc.property(file, (source) => {
      const existing = stored(read(source).dag);
      expect(stored(read(source, existing, 2).dag)).toEqual(existing);
    }),
    runs(100),
  );
});

test('[D3] a file over the import of another one comes back equal, and is one valid patch away', () => {
  fc.assert(
    fc.property(file, file, (first, second) => {
      const before = stored(read(first).dag);
      const { dag } = read(second, before, 2);
      expect(() => validateDag(dag)).not.toThrow();
      const patched = applyPatch(before, compare(before, stored(dag)));
      expect(withoutOurs(exportReactFlow(patched))).toEqual(withoutOurs(second));
    }),
    runs(100),
  );
});
