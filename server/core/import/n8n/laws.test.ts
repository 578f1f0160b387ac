import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Dag } from '../../dag/document';
import { validateDag } from '../../dag/validate';
import { seededBytes } from '../seeded-bytes';
import { exportN8n } from './export-n8n';
import { importN8n } from './import-n8n';

const NAMES = ['A', 'B', 'C', 'Fetch leads', 'Größe?', '1'];
const TYPES = [
  'if',
  'switch',
  'merge',
  'noOp',
  'set',
  'code',
  'stickyNote',
  'stopAndError',
  'wait',
  'cron',
].map((type) => `n8n-nodes-base.${type}`);

const name = fc.constantFrom(...NAMES);
const anything = fc.jsonValue({ maxDepth: 2 }).filter((value) => !hasForbiddenKey(value));

function hasForbiddenKey(value: unknown): boolean {
  return /"(__proto__|constructor|prototype)":|\\u/.test(JSON.stringify(value));
}

const node = fc.record(
  {
    name,
    type: fc.oneof(
      fc.constantFrom(...TYPES),
      fc.constantFrom('@n8n/agent', 'stemma.noop', 'stemma.', 'n8n.x'),
    ),
    id: fc.oneof(fc.uuid(), fc.constantFrom('a', 'b'), fc.nat(3)),
    position: fc.oneof(fc.tuple(fc.nat(500), fc.nat(500)), anything),
    parameters: fc.oneof(
      fc.dictionary(
        fc.constantFrom('content', 'amount', 'width', 'color', 'errorMessage', 'options'),
        anything,
      ),
      anything,
    ),
    typeVersion: fc.constantFrom(1, 2.2, 3.2, 3.4),
    disabled: fc.oneof(fc.boolean(), anything),
    retryOnFail: fc.boolean(),
    maxTries: anything,
    onError: fc.constantFrom('continueRegularOutput', 'continueErrorOutput', 'stop'),
    connections: anything,
  },
  { requiredKeys: ['name', 'type'], noNullPrototype: true },
);

const link = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record(
      { node: name, type: fc.constant('main'), index: fc.nat(3) },
      { noNullPrototype: true },
    ),
  },
  fc.record(
    {
      node: fc.oneof(name, fc.constant('Ghost')),
      type: fc.constantFrom('main', 'ai_tool', 'ai_tool_1', 'in', 'true', ''),
      index: fc.integer({ min: -1, max: 2000 }),
      extra: anything,
    },
    { requiredKeys: ['node'], noNullPrototype: true },
  ),
  anything,
);
const outputs = fc.oneof(
  fc.array(
    fc.oneof(
      { weight: 5, arbitrary: fc.array(link, { maxLength: 4 }) },
      fc.constant(null),
      anything,
    ),
    { maxLength: 4 },
  ),
  anything,
);
const byType = fc.oneof(
  fc.dictionary(fc.constantFrom('main', 'ai_tool', 'out', 'main_1', ''), outputs, {
    maxKeys: 3,
    noNullPrototype: true,
  }),
  anything,
);

const workflow = fc.record(
  {
    nodes: fc.array(node, { maxLength: 7 }),
    connections: fc.dictionary(fc.constantFrom(...NAMES, 'Ghost'), byType, {
      noNullPrototype: true,
    }),
    name: fc.oneof(name, anything),
    settings: anything,
    pinData: fc.dictionary(name, anything, { noNullPrototype: true }),
    meta: anything,
  },
  { requiredKeys: ['nodes'], noNullPrototype: true },
);

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

test('[D3] whatever an n8n file holds comes back equal, and the document is sound', () => {
  fc.assert(
    fc.property(workflow, fc.nat(), (source, seed) => {
      const { dag } = importN8n(plain(source), { random: seededBytes(seed) });
      expect(() => validateDag(dag)).not.toThrow();
      expect(exportN8n(plain(dag) as Dag)).toEqual(plain(source));
    }),
    { numRuns: 100 },
  );
});

test('[D6] the same file over its own import is the same document, whatever the randomness', () => {
  fc.assert(
    fc.property(workflow, (source) => {
      const first = importN8n(plain(source), { random: seededBytes(1) });
      const again = importN8n(plain(source), {
        random: seededBytes(2),
        existing: plain(first.dag) as Dag,
      });
      expect(again.dag).toEqual(first.dag);
    }),
    { numRuns: 100 },
  );
});

test('[D6] randomness that repeats itself still makes different ids', () => {
  const nodes = Array.from({ length: 100 }, () => ({ name: 'Same', type: 'x', parameters: {} }));
  const { dag } = importN8n({ nodes, connections: {} }, { random: (n) => new Uint8Array(n) });
  expect(Object.keys(dag.nodes)).toHaveLength(100);
  expect(() => validateDag(dag)).not.toThrow();
});
