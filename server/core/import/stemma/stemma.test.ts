import { expect, test } from 'vitest';
import type { Dag } from '../../dag/document';
import { emptyDag } from '../../dag/document';
import { importDocument } from '../import-document';
import { seededBytes } from '../seeded-bytes';
import { exportStemma, importStemma } from './import-stemma';

const options = { random: seededBytes() };

const DAG: Dag = {
  ...emptyDag(),
  nodes: {
    start_aaaa: {
      type: 'trigger.manual',
      v: 1,
      name: 'Start',
      position: { x: 0, y: 0 },
      config: {},
    },
    end_bbbb: { type: 'noop', name: 'End', group: 'team', ext: { n8n: { name: 'End' } } },
  },
  edges: { e_cccc: { source: 'start_aaaa', target: 'end_bbbb', feedback: false } },
  notes: { n: { text: 'hello' } },
  groups: { team: { name: 'Team', position: { x: 1, y: 2 } } },
  settings: { run: { schema: {} }, ui: { grid: 8 } },
  ext: { other: [1] },
};

test('[D1] a document goes out and comes in the same', () => {
  const { dag, report } = importDocument(exportStemma(DAG), options);
  expect(dag).toEqual(DAG);
  expect(report).toMatchObject({
    format: 'stemma',
    counts: { nodes: 2, edges: 1, notes: 1, groups: 1 },
    replacedIds: [],
  });
});

test('[D1] lists with ids become maps', () => {
  const list = (entries: object) =>
    Object.entries(entries).map(([id, entry]) => ({ id, ...(entry as object) }));
  const source = { ...exportStemma(DAG), nodes: list(DAG.nodes), edges: list(DAG.edges) };
  expect(importStemma(source, options).dag).toEqual(DAG);
});

const FLOW = {
  nodes: [
    {
      id: '1',
      type: 'input',
      data: { label: 'Read' },
      position: { x: 0, y: 0 },
      width: 150,
      selected: true,
    },
    { id: '2', data: { label: 'Write' }, position: { x: 300, y: 0 }, parentId: '9' },
  ],
  edges: [
    { id: 'e1-2', source: '1', target: '2', sourceHandle: 'a', targetHandle: null, animated: true },
    { id: 'e2-1', source: '2', target: '1' },
    { id: 'twice', source: '2', target: '1' },
    { id: 'self', source: '1', target: '1' },
    { id: 'lost', source: '1', target: '7' },
  ],
  viewport: { x: 0, y: 0, zoom: 1 },
};

test('[D6] React Flow: new ids, foreign ones kept, loops marked, impossible edges kept aside', () => {
  const { dag, report } = importDocument(structuredClone(FLOW), options);
  const [read = '', write = ''] = Object.keys(dag.nodes);
  expect(read).toMatch(/^read_[0-9a-z]{4}$/);
  expect(dag.nodes[read]).toEqual({
    type: 'input',
    name: 'Read',
    position: { x: 0, y: 0 },
    config: { label: 'Read' },
    ext: { flow: { id: '1', width: 150, selected: true } },
  });
  expect(dag.nodes[write]?.type).toBe('flow.default');
  expect(Object.values(dag.edges)).toEqual([
    {
      source: read,
      sourcePort: 'a',
      target: write,
      ext: { flow: { id: 'e1-2', animated: true, targetHandle: null } },
    },
    { source: write, target: read, feedback: true, ext: { flow: { id: 'e2-1' } } },
  ]);
  expect(dag.ext).toEqual({ flow: { viewport: FLOW.viewport, edges: FLOW.edges.slice(2) } });
  expect(report.keptAside.map(({ kind }) => kind)).toEqual(['duplicate', 'self']);
  expect(report.dangling).toMatchObject([{ source: 'Read', target: '7' }]);
  expect(report.loops).toHaveLength(1);
});

test('[D6] React Flow: the same file again gives the same ids', () => {
  const first = importDocument(structuredClone(FLOW), options);
  const again = importDocument(structuredClone(FLOW), { ...options, existing: first.dag });
  expect(again.dag).toEqual(first.dag);
  expect(again.report.matched).toBe(2);
});
