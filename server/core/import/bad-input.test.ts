import { describe, expect, test } from 'vitest';
import { ImportError } from '../errors';
import { detectFormat } from './detect-format';
import { importDocument } from './import-document';
import { importN8n } from './n8n/import-n8n';
import { seededBytes } from './seeded-bytes';
import { importReactFlow } from './react-flow/import-react-flow';
import { importStemma } from './stemma/import-stemma';

const options = { random: seededBytes() };

function nested(levels: number): unknown {
  return JSON.parse(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`);
}

const BAD: readonly (readonly [string, unknown, RegExp])[] = [
  ['null', null, /no JSON object/],
  ['a list', [], /no JSON object/],
  ['text', 'nodes', /no JSON object/],
  ['no nodes', { connections: {} }, /no list of nodes/],
  ['nodes that are a word', { nodes: 'many', edges: [] }, /no list of nodes/],
  [
    'a node that is a number',
    { nodes: [1], connections: {} },
    /Node 1 of the file is no JSON object/,
  ],
  [
    'a node without name',
    { nodes: [{ type: 'x', parameters: {} }] },
    /Node 1 of the file has no name/,
  ],
  [
    'a node whose name is a number',
    { nodes: [{ name: 1, type: 'x', parameters: {} }] },
    /has no name/,
  ],
  ['a node without type', { nodes: [{ name: 'A', parameters: {} }] }, /“A”, has no type/],
  ['connections that are a list', { nodes: [], connections: [] }, /connections/],
  ['JSON 20,000 levels deep', { nodes: [nested(20_000)] }, /deeper than 60/],
  [
    'a forbidden key',
    JSON.parse('{"nodes":[{"name":"A","type":"x","parameters":{"__proto__":{"a":1}}}]}'),
    /forbidden name “__proto__”/,
  ],
  [
    'a forbidden key deep down',
    { nodes: [], meta: { constructor: { prototype: 1 } } },
    /forbidden name/,
  ],
  ['half a character', { nodes: [], name: '\ud800' }, /not valid Unicode/],
  ['U+0000', { nodes: [], name: 'a\0b' }, /not valid Unicode/],
  ['a number beyond JSON', { nodes: [], meta: Infinity }, /no JSON value/],
  [
    'a shape no document has',
    { nodes: { a: { type: 7 } }, edges: {} },
    /no document: \/nodes\/a\/type/,
  ],
  ['a newer form', { schema: 2, nodes: {}, edges: {} }, /does not know/],
  ['a React Flow node that is a number', { nodes: [1], viewport: {} }, /Node 1 of the file/],
  ['React Flow edges that are a word', { nodes: [{ data: {} }], edges: 'none' }, /are no list/],
  ['edges that are a word', { nodes: {}, edges: 'none' }, /neither a map nor a list/],
];

describe('bad input is refused in words', () => {
  test.each(BAD)('%s', (_, source, reason) => {
    expect(() => importDocument(source, options)).toThrow(ImportError);
    expect(() => importDocument(source, options)).toThrow(reason);
    for (const read of [importN8n, importReactFlow, importStemma]) {
      try {
        read(source, options);
      } catch (error) {
        expect(error).toBeInstanceOf(ImportError);
      }
    }
  });

  test('nothing reaches the prototype of objects', () => {
    const names = ['__proto__', 'constructor', 'toString'];
    const nodes = names.map((name) => ({ name, type: name, parameters: {} }));
    const { dag, report } = importDocument({ nodes }, options);
    expect(Object.values(dag.nodes).map(({ name }) => name)).toEqual(names);
    expect(report.missingIds).toEqual(names);
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });
});

test.each([
  ['n8n', { nodes: [], connections: {} }],
  ['n8n', { nodes: [{ parameters: {}, name: 'A', type: 'x', position: [0, 0] }] }],
  ['stemma', { schema: 1, nodes: {}, edges: {} }],
  ['stemma', { nodes: [{ id: 'a', type: 'noop' }], edges: [] }],
  [
    'react-flow',
    {
      nodes: [{ id: '1', type: 'custom', data: { label: 'A' }, position: { x: 0, y: 0 } }],
      edges: [],
      viewport: {},
    },
  ],
  ['react-flow', { nodes: [], edges: [], viewport: { x: 0, y: 0, zoom: 1 } }],
  ['react-flow', { nodes: [], edges: [{ source: '1', target: '2', sourceHandle: null }] }],
  ['unknown', { nodes: 4 }],
  ['unknown', []],
] as const)('a file is recognized as %s', (format, source) => {
  expect(detectFormat(source)).toBe(format);
});
