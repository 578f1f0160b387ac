import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as any from '../../../testing/arbitraries';
import type { Dag } from '../../dag/document';
import { emptyDag } from '../../dag/document';
import { canonicalText } from '../../json/canonical';
import { compare } from '../../patch/compare';
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

const LIST = {
  nodes: [
    { id: '1', type: 'trigger.manual', name: 'Read', width: 150, group: 'G 1' },
    { id: '2', name: 'Write' },
    { type: 'noop', name: 'Rest' },
  ],
  edges: [
    { source: '1', target: '2', sourcePort: 'a' },
    { id: 'e 2', source: '2', target: '1', animated: true },
    { id: 'twice', source: '2', target: '1' },
    { id: 'self', source: '1', target: '1' },
    { id: 'lost', source: '1', target: '7' },
  ],
  groups: [{ id: 'G 1', name: 'Team' }],
  notes: [{ text: 'hello' }],
  comment: 'by hand',
};

test('[D6] lists: ids that do not fit are replaced and kept, loops marked, impossible edges kept aside', () => {
  const { dag, report } = importDocument(structuredClone(LIST), options);
  const [read = '', write = ''] = Object.keys(dag.nodes);
  const [group = ''] = Object.keys(dag.groups);
  expect(read).toMatch(/^read_[0-9a-z]{4}$/);
  expect(dag.nodes[read]).toEqual({
    type: 'trigger.manual',
    name: 'Read',
    group,
    ext: { flow: { id: '1', width: 150 } },
  });
  expect(dag.nodes[write]?.type).toBe('flow.default');
  expect(Object.values(dag.edges)).toEqual([
    { source: read, sourcePort: 'a', target: write },
    { source: write, target: read, feedback: true, ext: { flow: { id: 'e 2', animated: true } } },
  ]);
  expect(dag.ext).toEqual({ flow: { comment: 'by hand', edges: LIST.edges.slice(2) } });
  expect(report.keptAside.map(({ kind }) => kind)).toEqual(['duplicate', 'self']);
  expect(report.dangling).toMatchObject([{ source: 'Read', target: '7' }]);
  expect(report.loops).toHaveLength(1);
});

test('[D6] the same lists again are the same document, with or without ids', () => {
  const first = importDocument(structuredClone(LIST), options);
  const again = importDocument(structuredClone(LIST), { ...options, existing: first.dag });
  expect(again.dag).toEqual(first.dag);
  expect(again.report.matched).toBe(3);
});

test('[D6] what changed in a list changes its own entry only', () => {
  const { dag } = importDocument(structuredClone(LIST), options);
  const [, write = ''] = Object.keys(dag.nodes);
  const list = structuredClone(LIST);
  list.nodes[1]!.name = 'Write it down';
  const again = importDocument(list, { ...options, existing: dag });
  expect(compare(dag, again.dag)).toEqual([
    { op: 'replace', path: `/nodes/${write}/name`, value: 'Write it down' },
  ]);
});

test('[D1] a version of ours over any other one is that version, marks included', () => {
  fc.assert(
    fc.property(any.dag, any.dag, (version, existing) => {
      const { dag } = importStemma(exportStemma(version), { ...options, existing });
      expect(canonicalText(exportStemma(dag))).toBe(canonicalText(exportStemma(version)));
    }),
    any.runs(150),
  );
});
