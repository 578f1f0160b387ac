import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Dag, DagEdge, DagNode } from '../../dag/document';
import { emptyDag } from '../../dag/document';
import { validateDag } from '../../dag/validate';
import type { Json, JsonObject } from '../../json/json';
import { listDescriptors } from '../../nodes/registry';
import { compare } from '../../patch/compare';
import { importDocument } from '../import-document';
import { seededBytes } from '../seeded-bytes';
import { exportReactFlow } from './export-react-flow';
import { importReactFlow } from './import-react-flow';

/**
 *   Search the handbook ─┐                   ┌ After hours ──────────┐
 *   Search the tickets ──┼─ Answer ─ Sure enough? ─yes─ Write to a person
 *   Conversation ────────┤     └──────no──────┘                      │
 *   Answering model ─────┘                   └───────────────────────┘
 */
const TEXT = readFileSync(
  new URL('../../../../e2e/fixtures/answers-9.react-flow.json', import.meta.url),
  'utf8',
);

type FileNode = JsonObject & { id: string; data: JsonObject };
type FileEdge = JsonObject & { id: string; source: string; target: string };
type File = JsonObject & { nodes: readonly FileNode[]; edges: readonly FileEdge[] };

const file = (): File => JSON.parse(TEXT) as File;
const random = seededBytes();

function imported() {
  const { dag, report } = importDocument(file(), { random });
  const id = (name: string) =>
    Object.keys(dag.nodes).find((key) => dag.nodes[key]?.name === name) ?? name;
  const edge = (from: string, to: string) =>
    Object.keys(dag.edges).find(
      (key) => dag.edges[key]?.source === id(from) && dag.edges[key].target === id(to),
    )!;
  return { dag, report, id, edge };
}

/** The file of a document from the store; importing it again over the document changes nothing. */
function out(dag: Dag): File {
  validateDag(dag);
  const stored = JSON.parse(JSON.stringify(dag)) as Dag;
  const result = exportReactFlow(stored);
  const again = importReactFlow(structuredClone(result), { random, existing: stored });
  expect(compare(stored, again.dag)).toEqual([]);
  return result as File;
}

function withNode(dag: Dag, id: string, change: Partial<DagNode>): Dag {
  return { ...dag, nodes: { ...dag.nodes, [id]: { ...dag.nodes[id]!, ...change } } };
}

function withoutNode(dag: Dag, id: string): Dag {
  const { [id]: _, ...nodes } = dag.nodes;
  const edges = Object.entries(dag.edges).filter(
    ([, edge]) => edge.source !== id && edge.target !== id,
  );
  return { ...dag, nodes, edges: Object.fromEntries(edges) };
}

const nodeOf = (result: File, id: string) => result.nodes.find((node) => node.id === id)!;

describe('import', () => {
  test('[D3] labels are names, Flowise’s kinds are types, data is configuration, nothing twice', () => {
    const { dag, id } = imported();
    const { data } = nodeOf(file(), 'chatModel_0');
    const { id: _id, label: _label, name: _name, selected: _selected, ...config } = data;
    expect(dag.nodes[id('Answering model')]).toEqual({
      type: 'flow.chatModel',
      name: 'Answering model',
      position: { x: 402.5, y: 118.25 },
      config,
      ext: {
        flow: {
          id: 'chatModel_0',
          fields: { type: 'customNode', width: 300, height: 374, selected: false, dragging: false },
          data: { selected: false },
          form: { kind: 'name', dataId: true, absolute: true },
        },
      },
    });
    expect(dag.nodes[id('Write to a person')]?.type).toBe('flow.output');
  });

  test('[D1] a group is a group, with its members inside; a sticky note is a note', () => {
    const { dag, id } = imported();
    const [[frame, group] = []] = Object.entries(dag.groups);
    expect(group).toMatchObject({
      name: 'After hours',
      position: { x: 1650, y: 240 },
      size: { width: 420, height: 360 },
    });
    expect(dag.nodes[id('Write to a person')]).toMatchObject({
      group: frame,
      position: { x: 40, y: 60 },
    });
    expect(Object.values(dag.notes)).toMatchObject([
      {
        text: 'Answers questions of colleagues.\n\nKeep the temperature low.',
        position: { x: 838.0625, y: 60 },
        size: { width: 300, height: 163 },
      },
    ]);
  });

  test('[D6] ids are made of names, loops marked, impossible edges kept aside and reported', () => {
    const { dag, id, edge, report } = imported();
    expect(id('Answering model')).toMatch(/^answering_model_[0-9a-z]{4}$/);
    expect(edge('Sure enough?', 'Answer')).toMatch(/^sure_enough_answer_[0-9a-z]{4}$/);
    expect(dag.edges[edge('Sure enough?', 'Answer')]?.feedback).toBe(true);
    expect(report).toMatchObject({
      format: 'react-flow',
      counts: { nodes: 7, edges: 7, notes: 1, groups: 1 },
      unknownTypes: {
        searchTool: 2,
        bufferMemory: 1,
        chatModel: 1,
        ifElse: 1,
        output: 1,
        toolAgent: 1,
      },
      loops: [{ sourceName: 'Sure enough?', targetName: 'Answer' }],
      dangling: [{ kind: 'dangling', source: 'Sure enough?', target: 'removed_0' }],
      keptAside: [
        { kind: 'duplicate', source: 'Answering model', target: 'Answer' },
        { kind: 'self', source: 'Answer', target: 'Answer' },
      ],
      missingIds: [],
      secrets: [],
    });
  });

  test('[D3] ids that tools make of the ends of an edge are not stored', () => {
    const { dag } = imported();
    const flows = Object.values(dag.edges).map(({ ext }) => ext!.flow as JsonObject);
    expect(flows.map(({ id, form }) => id ?? (form as JsonObject).id)).toEqual([
      'flowise',
      'flowise',
      'flowise',
      'flowise',
      'reactflow',
      'retry',
      'xyflow',
    ]);
  });
});

describe('export', () => {
  test('[D3] what was not edited comes back equal, array order included', () => {
    expect(out(imported().dag)).toEqual(file());
  });

  test('a move, a rename, a setting change nothing else', () => {
    const { dag, id } = imported();
    const model = dag.nodes[id('Answering model')]!;
    const config = { ...model.config, inputs: { modelName: 'small-3', temperature: 0 } };
    const edited = { name: 'Model', position: { x: 400, y: 100.5 }, config };
    const expected = file();
    const node = nodeOf(expected, 'chatModel_0');
    Object.assign(node, { position: { x: 400, y: 100.5 }, positionAbsolute: { x: 400, y: 100.5 } });
    Object.assign(node.data, { label: 'Model', inputs: config.inputs });
    expect(out(withNode(dag, id('Answering model'), edited))).toEqual(expected);
  });

  test('a moved group takes along where its members stand', () => {
    const { dag } = imported();
    const [[frame, group] = []] = Object.entries(dag.groups);
    const moved = { ...group!, position: { x: 1000, y: 1000 }, size: { width: 500, height: 360 } };
    const expected = file();
    const place = { x: 1000, y: 1000 };
    Object.assign(nodeOf(expected, 'frame_0'), {
      position: place,
      positionAbsolute: place,
      style: { width: 500, height: 360, backgroundColor: '#eef' },
    });
    Object.assign(nodeOf(expected, 'mail_0'), { positionAbsolute: { x: 1040, y: 1060 } });
    expect(out({ ...dag, groups: { [frame!]: moved } })).toEqual(expected);
  });

  test('a deleted node takes along its edges and what was kept aside of it', () => {
    const { dag, id } = imported();
    const result = out(withoutNode(dag, id('Answer')));
    expect(result.nodes.map((node) => node.id)).not.toContain('toolAgent_0');
    expect(result.edges.map((edge) => edge.id)).toEqual(['xy-edge__ifElse_0yes-mail_0', 'lost']);
  });

  test('a duplicate goes with the edge that it doubles', () => {
    const { dag, edge } = imported();
    const { [edge('Answering model', 'Answer')]: _, ...edges } = dag.edges;
    expect(out({ ...dag, edges }).edges.map(({ id }) => id)).not.toContain('again');
  });

  test('an edge that is led elsewhere keeps its form of id', () => {
    const { dag, id, edge } = imported();
    const key = edge('Sure enough?', 'Write to a person');
    const led: DagEdge = { ...dag.edges[key]!, source: id('Conversation'), sourcePort: 'b' };
    const result = out({ ...dag, edges: { ...dag.edges, [key]: led } });
    expect(result.edges[7]).toEqual({
      id: 'xy-edge__bufferMemory_0b-mail_0',
      source: 'bufferMemory_0',
      sourceHandle: 'b',
      target: 'mail_0',
    });
  });

  test('what is new comes last, with our ids; new groups stand before their members', () => {
    const { dag, id } = imported();
    const added = {
      ...withNode(dag, id('Conversation'), { group: 'team_bbbb', position: { x: 1, y: 2 } }),
      groups: {
        ...dag.groups,
        team_bbbb: { name: 'Team', position: { x: 10, y: 20 }, collapsed: true },
      },
      notes: {
        ...dag.notes,
        note_cccc: { text: 'Look', color: 'red', size: { width: 90, height: 60 } },
      },
    };
    const node: DagNode = {
      type: 'noop',
      v: 1,
      name: 'Pause',
      config: { label: 'x' },
      timeoutMs: 5,
    };
    const result = out({
      ...withNode(added, 'pause_aaaa', node),
      edges: { ...dag.edges, e_dddd: { source: id('Answer'), target: 'pause_aaaa' } },
    });
    expect(result.nodes[0]).toEqual({
      id: 'team_bbbb',
      type: 'group',
      position: { x: 10, y: 20 },
      data: { label: 'Team' },
      stemma: { collapsed: true },
    });
    expect(nodeOf(result, 'bufferMemory_0')).toMatchObject({
      parentId: 'team_bbbb',
      position: { x: 1, y: 2 },
      positionAbsolute: { x: 11, y: 22 },
    });
    expect(result.nodes.slice(-2)).toEqual([
      {
        id: 'pause_aaaa',
        type: 'stemma.noop',
        position: { x: 0, y: 0 },
        data: { label: 'Pause', config: { label: 'x' } },
        stemma: { v: 1, timeoutMs: 5 },
      },
      {
        id: 'note_cccc',
        type: 'stemma.note',
        position: { x: 0, y: 0 },
        style: { width: 90, height: 60 },
        data: { label: 'Look' },
        stemma: { color: 'red' },
      },
    ]);
    expect(result.edges.at(-1)).toEqual({
      id: 'e_dddd',
      source: 'toolAgent_0',
      target: 'pause_aaaa',
    });
  });

  test('notes are edited in the words they came in', () => {
    const { dag } = imported();
    const [[key, note] = []] = Object.entries(dag.notes);
    const expected = file();
    const sticky = nodeOf(expected, 'stickyNote_0');
    Object.assign(sticky, { width: 200, height: 100 });
    Object.assign(sticky.data, { inputs: { note: 'New' } });
    const edited = { ...note!, text: 'New', size: { width: 200, height: 100 } };
    expect(out({ ...dag, notes: { [key!]: edited } })).toEqual(expected);
  });

  test('a copy made here does not carry the foreign id of its original', () => {
    const { dag, id } = imported();
    const copy = { ...dag.nodes[id('Answer')]!, name: 'Answer twice' };
    const result = exportReactFlow(withNode(dag, 'aa_copy', copy)) as File;
    expect(result.nodes.filter((node) => node.id === 'toolAgent_0')).toHaveLength(1);
    expect(result.nodes.at(-1)).toMatchObject({
      id: 'aa_copy',
      data: { id: 'aa_copy', label: 'Answer twice' },
    });
  });

  test.each(listDescriptors().map((d) => [d.type, d] as const))(
    'a new %s goes through React Flow and comes back',
    (type, { example }) => {
      const node: DagNode = { type, v: 1, name: 'It', position: { x: 5, y: 6 }, config: example };
      const dag = { ...emptyDag(), nodes: { it_aaaa: node } };
      const [elsewhere] = Object.values(importDocument(out(dag), { random }).dag.nodes);
      expect(elsewhere).toEqual({ ...node, ext: { flow: { id: 'it_aaaa' } } });
    },
  );
});

describe('boxes in boxes that are no groups', () => {
  const nested = (): JsonObject => ({
    nodes: [
      { id: 'outer', type: 'iteration', position: { x: 100, y: 50 }, data: { label: 'Each' } },
      { id: 'inner', parentNode: 'outer', position: { x: 0.1, y: 0.2 }, data: { label: 'One' } },
      { id: 'leaf', parentId: 'inner', parentNode: 'inner', position: { x: 1, y: 1 }, data: {} },
      { id: 'ring_a', parentId: 'ring_b', position: { x: 1, y: 1 }, data: {} },
      { id: 'ring_b', parentId: 'ring_a', position: { x: 2, y: 2 }, data: {} },
      { id: 'lost', parentId: 'nobody', position: { x: 3, y: 3 }, data: {} },
    ],
    edges: [{ id: 'e', source: 'outer', target: 'inner' }],
  });
  const read = () => importDocument(nested(), { random }).dag;
  const idOf = (dag: Dag, fileId: Json) =>
    Object.keys(dag.nodes).find((key) => (dag.nodes[key]?.ext?.flow as JsonObject).id === fileId)!;
  const place = (result: JsonObject, id: string) => nodeOf(result as File, id).position;

  test('stand where React Flow draws them, and go back as they came', () => {
    const dag = read();
    const at = (id: string) => dag.nodes[idOf(dag, id)]?.position;
    expect(at('inner')).toEqual({ x: 100.1, y: 50.2 });
    expect(at('leaf')).toEqual({ x: 101.1, y: 51.2 });
    expect([at('ring_a'), at('ring_b'), at('lost')]).toEqual([
      { x: 1, y: 1 },
      { x: 2, y: 2 },
      { x: 3, y: 3 },
    ]);
    expect(out(dag)).toEqual(nested());
  });

  test('a moved parent leaves them where they are; without it they stand on the canvas', () => {
    const dag = read();
    const outer = idOf(dag, 'outer');
    const moved = exportReactFlow(withNode(dag, outer, { position: { x: 90, y: 50 } }));
    expect(place(moved, 'inner')).toEqual({ x: 100.1 - 90, y: 50.2 - 50 });
    expect(place(moved, 'leaf')).toEqual({ x: 1, y: 1 });
    const alone = exportReactFlow(withoutNode(dag, outer));
    expect(nodeOf(alone as File, 'inner')).toEqual({
      id: 'inner',
      position: { x: 100.1, y: 50.2 },
      data: { label: 'One' },
    });
  });
});
