import { describe, expect, test } from 'vitest';
import type { Dag, DagNode } from '../../dag/document';
import { validateDag } from '../../dag/validate';
import type { JsonObject } from '../../json/json';
import { defaultConfig } from '../../nodes/config-schema';
import { listDescriptors } from '../../nodes/registry';
import { seededBytes } from '../seeded-bytes';
import { exportN8n } from './export-n8n';
import { importN8n } from './import-n8n';

const random = seededBytes();

/**
 *   Start -> Check -true-> Write -> Check     (a loop)
 *                 -false-> Ask
 */
const FILE = {
  name: 'Orders',
  active: false,
  nodes: [
    {
      id: 'n1',
      name: 'Start',
      type: 'n8n-nodes-base.manualTrigger',
      typeVersion: 1,
      position: [0, 0],
      parameters: {},
    },
    {
      id: 's1',
      name: 'Sticky Note',
      type: 'n8n-nodes-base.stickyNote',
      typeVersion: 1,
      position: [0, -200],
      parameters: { content: '## Orders', width: 300, height: 120, color: 4 },
    },
    {
      id: 'n2',
      name: 'Check',
      type: 'n8n-nodes-base.if',
      typeVersion: 2.2,
      position: [300, 0],
      parameters: {
        options: {},
        conditions: {
          options: { version: 2, leftValue: '', caseSensitive: true, typeValidation: 'strict' },
          combinator: 'and',
          conditions: [
            {
              id: 'c1',
              leftValue: '={{ $json.total }}',
              rightValue: 100,
              operator: { type: 'number', operation: 'gt' },
            },
          ],
        },
      },
    },
    {
      id: 'n3',
      name: 'Write',
      type: 'n8n-nodes-base.code',
      typeVersion: 2,
      position: [600, 0],
      parameters: { jsCode: "return $('Check').all();" },
      retryOnFail: true,
      notes: 'keep',
    },
    {
      id: 'n4',
      name: 'Ask',
      type: '@n8n/agent',
      typeVersion: 1.7,
      position: [600, 200],
      parameters: { text: '={{ $node["Check"].json.x }}' },
    },
  ],
  connections: {
    Start: { main: [[{ node: 'Check', type: 'main', index: 0 }]] },
    Check: {
      main: [
        [{ node: 'Write', type: 'main', index: 0 }],
        [{ node: 'Ask', type: 'main', index: 0 }],
      ],
    },
    Write: {
      main: [
        [
          { node: 'Check', type: 'main', index: 0 },
          { node: 'Ghost', type: 'main', index: 0 },
        ],
      ],
    },
  },
  pinData: { Check: [{ json: { total: 1 } }] },
};

type Exported = JsonObject & {
  nodes: readonly (JsonObject & { name: string; parameters: JsonObject })[];
  connections: Record<string, { main: ({ node: string }[] | null)[] }>;
};

function imported() {
  const { dag, report } = importN8n(structuredClone(FILE), { random });
  const id = (name: string) =>
    Object.keys(dag.nodes).find((key) => dag.nodes[key]?.name === name) ?? '';
  return { dag, report, id };
}

function edited(dag: Dag, id: string, change: Partial<DagNode>): Dag {
  return { ...dag, nodes: { ...dag.nodes, [id]: { ...dag.nodes[id]!, ...change } } };
}

function out(dag: Dag): Exported {
  return exportN8n(JSON.parse(JSON.stringify(dag)) as Dag) as Exported;
}

describe('import', () => {
  test('[D3] types that say the same are ours, all others stay and are shown as unknown', () => {
    const { dag, id, report } = imported();
    expect(dag.nodes[id('Check')]).toMatchObject({
      type: 'condition',
      v: 1,
      config: { expression: 'input.total > 100' },
    });
    expect(dag.nodes[id('Write')]).toMatchObject({
      type: 'n8n.n8n-nodes-base.code',
      config: FILE.nodes[3]!.parameters,
    });
    expect(dag.nodes[id('Write')]?.retry).toEqual({ maxAttempts: 3, backoffMs: 1000 });
    expect(report.knownTypes).toEqual({ condition: 1, 'trigger.manual': 1 });
    expect(report.unknownTypes).toEqual({ '@n8n/agent': 1, 'n8n-nodes-base.code': 1 });
  });

  test('[D6] ids are made from names, loops are marked, dangling ends are reported', () => {
    const { dag, id, report } = imported();
    expect(id('Check')).toMatch(/^check_[0-9a-z]{4}$/);
    expect(report.loops.map(({ source, target }) => [source, target])).toEqual([
      [id('Write'), id('Check')],
    ]);
    expect(report.dangling).toMatchObject([{ source: 'Write', target: 'Ghost' }]);
    const ports = Object.values(dag.edges).map(
      ({ sourcePort, targetPort }) => `${sourcePort}>${targetPort}`,
    );
    expect(ports).toEqual(['out>in', 'true>in', 'false>in', 'out>in']);
  });

  test('sticky notes are notes, as far apart and as large as our nodes need', () => {
    const { dag, id } = imported();
    const [note] = Object.values(dag.notes);
    expect(note).toMatchObject({
      text: '## Orders',
      position: { x: 0, y: -240 },
      size: { width: 435, height: 144 },
      color: 'green',
    });
    expect(dag.nodes[id('Ask')]?.position).toEqual({ x: 870, y: 240 });
  });

  test('[D6] an earlier mark stays, and what changed in n8n keeps its id', () => {
    const { dag, id } = imported();
    const back = Object.keys(dag.edges).find((key) => dag.edges[key]?.feedback === true)!;
    const forth = Object.keys(dag.edges).find((key) => dag.edges[key]?.target === id('Write'))!;
    const existing = {
      ...dag,
      edges: {
        ...dag.edges,
        [back]: { ...dag.edges[back]!, feedback: false },
        [forth]: { ...dag.edges[forth]!, feedback: true },
      },
    };
    const file = structuredClone(FILE);
    file.nodes[4]!.name = 'Ask again';
    file.connections.Check.main[1] = [];
    const again = importN8n(file, { random, existing });
    expect(again.dag.edges[forth]?.feedback).toBe(true);
    expect(again.dag.edges[back]?.feedback).toBeUndefined();
    expect(again.dag.nodes[id('Ask')]?.name).toBe('Ask again');
    expect(again.report.matched).toBe(5);
    validateDag(again.dag);
  });
});

describe('export after edits', () => {
  test('a rename reaches connections, expressions and pinned data', () => {
    const { dag, id } = imported();
    const file = out(edited(dag, id('Check'), { name: "Is it 'big'?" }));
    expect(file.connections.Start!.main[0]![0]!.node).toBe("Is it 'big'?");
    expect(Object.keys(file.connections)).toEqual(['Start', "Is it 'big'?", 'Write']);
    expect(file.nodes[3]?.parameters.jsCode).toBe("return $('Is it \\'big\\'?').all();");
    expect(file.nodes[4]?.parameters.text).toBe('={{ $node["Is it \'big\'?"].json.x }}');
    expect(Object.keys(file.pinData as JsonObject)).toEqual(["Is it 'big'?"]);
  });

  test('moves, switches and settings change nothing else', () => {
    const { dag, id } = imported();
    const moved = edited(dag, id('Write'), {
      position: { x: 146, y: -239 },
      disabled: true,
      retry: { maxAttempts: 5, backoffMs: 10 },
    });
    const expected = structuredClone(FILE) as unknown as Exported;
    Object.assign(expected.nodes[3]!, {
      position: [101, -199],
      disabled: true,
      maxTries: 5,
      waitBetweenTries: 10,
    });
    expect(out(moved)).toEqual(expected);
  });

  test('an edited configuration is written in the words of n8n when it has them', () => {
    const { dag, id } = imported();
    const bigger = out(
      edited(dag, id('Check'), {
        config: { expression: 'input.total > 500 && input.country == "FR"' },
      }),
    );
    expect(bigger.nodes[2]).toMatchObject({ type: 'n8n-nodes-base.if', typeVersion: 2.2 });
    const { dag: back } = importN8n(JSON.parse(JSON.stringify(bigger)), { random, existing: dag });
    expect(back.nodes[id('Check')]?.config).toEqual({
      expression: 'input.total > 500 && input.country == "FR"',
    });
    const beyond = out(
      edited(dag, id('Check'), { config: { expression: 'size(input.items) > 3' } }),
    );
    expect(beyond.nodes[2]).toMatchObject({
      type: 'stemma.condition',
      parameters: { expression: 'size(input.items) > 3' },
    });
  });

  test('parameters of a kept type are edited as they are', () => {
    const { dag, id } = imported();
    const file = out(edited(dag, id('Write'), { config: { jsCode: 'return [];' } }));
    expect(file.nodes[3]).toEqual({ ...FILE.nodes[3], parameters: { jsCode: 'return [];' } });
  });

  test('deleted nodes and connections are gone, new connections take their place', () => {
    const { dag, id } = imported();
    const { [id('Ask')]: _, ...nodes } = dag.nodes;
    const edges = Object.entries(dag.edges).filter(
      ([, edge]) => edge.target !== id('Ask') && edge.feedback !== true,
    );
    const fresh = {
      source: id('Check'),
      sourcePort: 'false',
      target: id('Write'),
      targetPort: 'in',
    };
    const file = out({ ...dag, nodes, edges: { ...Object.fromEntries(edges), fresh } });
    expect(file.nodes.map(({ name }) => name)).toEqual(['Start', 'Sticky Note', 'Check', 'Write']);
    expect(file.connections.Check!.main).toEqual([
      [{ node: 'Write', type: 'main', index: 0 }],
      [{ node: 'Write', type: 'main', index: 0 }],
    ]);
    expect(file.connections.Write!.main).toEqual([[{ node: 'Ghost', type: 'main', index: 0 }]]);
  });

  test('an edited note keeps its place in the list', () => {
    const { dag } = imported();
    const [[key, note] = []] = Object.entries(dag.notes);
    const file = out({
      ...dag,
      notes: {
        [key!]: { ...note!, text: 'New', color: 'blue', size: { width: 100, height: 200 } },
      },
    });
    expect(file.nodes[1]).toEqual({
      ...FILE.nodes[1],
      parameters: { content: 'New', width: 69, height: 167, color: 5 },
    });
  });

  test('[D3][D6] what was moved goes out scaled back, and stays to the pixel when it comes again', () => {
    const { dag, id } = imported();
    const [[key, note] = []] = Object.entries(dag.notes);
    const moved: Dag = {
      ...edited(dag, id('Write'), { position: { x: 1001, y: 101 } }),
      notes: {
        [key!]: { ...note!, position: { x: 7, y: 7 }, size: { width: 101, height: 101 } },
      },
    };
    const file = out(moved);
    expect(file.nodes[3]).toMatchObject({ name: 'Write', position: [690, 84] });
    expect(file.nodes[1]).toMatchObject({
      position: [5, 6],
      parameters: { width: 70, height: 84 },
    });
    const again = importN8n(structuredClone(file), { random, existing: moved }).dag;
    expect(again.nodes[id('Write')]?.position).toEqual({ x: 1001, y: 101 });
    expect(again.notes[key!]).toMatchObject({
      position: { x: 7, y: 7 },
      size: { width: 101, height: 101 },
    });
    expect(out(again)).toEqual(file);
  });

  test('[D3] no rounding reaches what was not moved', () => {
    const file = structuredClone(FILE);
    file.nodes[2]!.position = [300.4, -0.3];
    file.nodes[3]!.position = [1e308, 1];
    file.nodes[1]!.parameters.width = 333.3;
    const { dag } = importN8n(structuredClone(file), { random });
    expect(Object.values(dag.nodes).map(({ position }) => position)).toContainEqual({
      x: 436,
      y: 0,
    });
    expect(out(dag)).toEqual(file);
  });

  test('[D3] a document that was imported before places were scaled goes out as it came', () => {
    const { dag, id } = imported();
    const { scale: _, ...n8n } = dag.ext.n8n as JsonObject;
    const unscaled = (entry: DagNode, position: [number, number]): DagNode => {
      const { node, ...rest } = entry.ext?.n8n as JsonObject & { node: JsonObject };
      const { position: __, ...kept } = node;
      const [x, y] = position;
      return { ...entry, position: { x, y }, ext: { n8n: { ...rest, node: kept } } };
    };
    const nodes = FILE.nodes.filter(({ name }) => name !== 'Sticky Note');
    const old: Dag = {
      ...dag,
      ext: { n8n },
      nodes: Object.fromEntries(
        nodes.map(({ name, position }) => [
          id(name),
          unscaled(dag.nodes[id(name)]!, position as [number, number]),
        ]),
      ),
      notes: Object.fromEntries(
        Object.entries(dag.notes).map(([key, note]) => [
          key,
          { ...note, position: { x: 0, y: -200 }, size: { width: 300, height: 120 } },
        ]),
      ),
    };
    expect(out(old)).toEqual(FILE);
    const again = importN8n(structuredClone(FILE), { random, existing: old }).dag;
    expect(again.nodes[id('Ask')]?.position).toEqual({ x: 600, y: 200 });
    expect(out(again)).toEqual(FILE);
  });

  test('positions inside a group are written from the canvas, and come back into the group', () => {
    const { dag, id } = imported();
    const groups = { team: { name: 'Team', position: { x: 500, y: 50 } } };
    const grouped = {
      ...edited(dag, id('Write'), { group: 'team', position: { x: 370, y: -50 }, timeoutMs: 5 }),
      groups,
    };
    expect(out(grouped)).toEqual(FILE);
    expect(importN8n(structuredClone(FILE), { random, existing: grouped }).dag).toEqual(grouped);
  });

  test.each(listDescriptors().map((d) => [d.type, d] as const))(
    'a new %s goes through n8n and comes back',
    (type, descriptor) => {
      const { dag } = imported();
      for (const config of [defaultConfig(descriptor), descriptor.example]) {
        const fresh: DagNode = { type, v: 1, name: `My ${type}`, position: { x: 5, y: 6 }, config };
        const withNode = { ...dag, nodes: { ...dag.nodes, fresh_0000: fresh } };
        const again = importN8n(out(withNode), { random, existing: withNode }).dag;
        expect(again.nodes.fresh_0000).toMatchObject(fresh);
      }
    },
  );

  test('a document that never was in n8n, with two nodes of one name and odd ports, exports', () => {
    const node = (type: string): DagNode => ({ type, name: 'Same' });
    const dag: Dag = {
      ...imported().dag,
      ext: {},
      notes: { n: { text: 'hello' } },
      nodes: {
        a: node('trigger.manual'),
        b: node('approval'),
        c: { type: 'noop', name: '__proto__' },
      },
      edges: {
        e1: { source: 'a', target: 'b' },
        e2: { source: 'b', sourcePort: 'rejected', target: 'c' },
        e3: {
          source: 'c',
          sourcePort: 'out_999999999',
          target: 'b',
          targetPort: 'nowhere',
          feedback: true,
        },
      },
    };
    const file = out(dag);
    expect(file.nodes.map(({ name }) => name)).toEqual(['Same 1', 'Same', '__proto__', 'Note n']);
    expect(Object.hasOwn(file.connections, '__proto__')).toBe(true);
    expect(file.connections.Same!.main).toEqual([
      [],
      [{ node: '__proto__', type: 'main', index: 0 }],
    ]);
  });

  test('a copy made here does not carry the foreign id of its original', () => {
    const { dag, id } = imported();
    const copy = { ...dag.nodes[id('Ask')]!, name: 'Ask twice' };
    const file = out({ ...dag, nodes: { ...dag.nodes, zz_copy: copy } });
    expect(file.nodes.filter((node) => node.id === 'n4')).toHaveLength(1);
    expect(file.nodes.at(-1)).toMatchObject({ name: 'Ask twice' });
  });
});
