import { emptyDag, type Dag } from '@core/dag/document';
import { validateDag } from '@core/dag/validate';
import { applyPatch } from '@core/patch/apply-patch';
import { describe, expect, test } from 'vitest';
import { moveOps, resizeOps, settledMoves } from './changes-to-ops';
import { addNodeOps } from './ops/add-ops';
import { copySelection, parseClipboard } from './ops/clipboard';
import { connectOps, reconnectOps } from './ops/connect-ops';
import { deleteOps } from './ops/delete-ops';
import { nodeOps, toggleOps } from './ops/node-ops';
import { pasteOps } from './ops/paste-ops';

const dag: Dag = {
  ...emptyDag(),
  nodes: {
    a: { type: 'trigger.manual', name: 'Start', position: { x: 0, y: 0 } },
    b: {
      type: 'http.request',
      name: 'Fetch',
      position: { x: 300, y: 0 },
      group: 'g',
      config: { url: 'x', headers: { A: '1' } },
    },
    c: { type: 'noop', name: 'End' },
  },
  edges: {
    ab: { source: 'a', sourcePort: 'out', target: 'b', targetPort: 'in' },
    bc: { source: 'b', target: 'c' },
  },
  notes: { n: { text: 'hello', position: { x: 1, y: 1 } } },
  groups: { g: { position: { x: 100, y: 50 } } },
};
const bytes = (...values: number[]) => Uint8Array.from([...values, 0, 0, 0, 0]);

/** Whatever a gesture makes has to be accepted by the core. */
function applied(ops: ReturnType<typeof deleteOps>, on: Dag = dag): Dag {
  const next = applyPatch(on, ops);
  validateDag(next);
  return next;
}

describe('[P3] one gesture is one patch', () => {
  test('a drag of two boxes is two replaces of their position', () => {
    const moves = new Map([
      ['a', { x: 10.4, y: -0.2 }],
      ['note:n', { x: 5, y: 6 }],
    ]);
    expect(moveOps(dag, moves)).toEqual([
      { op: 'replace', path: '/nodes/a/position', value: { x: 10, y: 0 } },
      { op: 'replace', path: '/notes/n/position', value: { x: 5, y: 6 } },
    ]);
  });

  test('a box that had no position gets one; one that came back changes nothing', () => {
    const moves = new Map([
      ['c', { x: 1, y: 2 }],
      ['a', { x: 0, y: 0 }],
    ]);
    expect(moveOps(dag, moves)).toEqual([
      { op: 'add', path: '/nodes/c/position', value: { x: 1, y: 2 } },
    ]);
  });

  test('only settled positions count', () => {
    const position = { x: 1, y: 1 };
    const moves = settledMoves([
      { type: 'position', id: 'a', position, dragging: true },
      { type: 'position', id: 'b', position, dragging: false },
      { type: 'select', id: 'c', selected: true },
    ]);
    expect([...moves.keys()]).toEqual(['b']);
  });

  test('a note resized from its top left moves and grows', () => {
    expect(resizeOps(dag, 'note:n', { x: -9, y: 1, width: 200.2, height: 100 })).toEqual([
      { op: 'replace', path: '/notes/n/position', value: { x: -9, y: 1 } },
      { op: 'add', path: '/notes/n/size', value: { width: 200, height: 100 } },
    ]);
  });

  test('deleting a node takes its connections along', () => {
    const next = applied(deleteOps(dag, { nodes: ['b'], edges: [] }));
    expect(Object.keys(next.nodes)).toEqual(['a', 'c']);
    expect(next.edges).toEqual({});
  });

  test('deleting everything removes each connection once', () => {
    const next = applied(
      deleteOps(dag, { nodes: ['a', 'b', 'c', 'note:n', 'group:g'], edges: ['ab', 'bc'] }),
    );
    expect(next).toEqual(emptyDag());
  });

  test('members of a deleted group stay where they are', () => {
    const next = applied(deleteOps(dag, { nodes: ['group:g'], edges: [] }));
    expect(next.nodes['b']).toMatchObject({ position: { x: 400, y: 50 } });
    expect(next.nodes['b']).not.toHaveProperty('group');
  });
});

describe('connections', () => {
  const link = { source: 'a', sourcePort: 'out', target: 'c', targetPort: 'in' };

  test('[D6] a new one has an id of its own and names its ports', () => {
    expect(connectOps(dag, link, bytes(1, 2, 3, 4))).toEqual([
      { op: 'add', path: '/edges/start_to_end_1234', value: link },
    ]);
  });

  test('re-plugging changes only the end that moved', () => {
    const ops = reconnectOps(dag, 'ab', link);
    expect(ops).toEqual([{ op: 'replace', path: '/edges/ab/target', value: 'c' }]);
    applied(ops);
  });
});

describe('nodes', () => {
  test('a second node of a type gets another name and id', () => {
    const wanted = { type: 'noop', v: 1, name: 'End', position: { x: 1.6, y: 2 }, config: {} };
    const { id, ops } = addNodeOps(dag, wanted, bytes());
    expect(id).toBe('end_2_0000');
    expect(applied(ops).nodes[id]).toMatchObject({ name: 'End 2', position: { x: 2, y: 2 } });
  });

  test('a form change becomes one op for each field that differs', () => {
    const config = { url: 'y', headers: { A: '1', 'B/~': '2' } };
    expect(nodeOps(dag, 'b', { config })).toEqual([
      { op: 'add', path: '/nodes/b/config/headers/B~1~0', value: '2' },
      { op: 'replace', path: '/nodes/b/config/url', value: 'y' },
    ]);
  });

  test('disabling and enabling leave no trace', () => {
    const off = applied(toggleOps(dag, ['a', 'b'], true));
    expect(off.nodes['a']?.disabled).toBe(true);
    expect(applied(toggleOps(off, ['a', 'b'], false), off)).toEqual(dag);
  });
});

describe('clipboard', () => {
  test('pasting a selection copies it with its inner connections under new ids', () => {
    const clip = parseClipboard(JSON.stringify(copySelection(dag, ['a', 'b', 'note:n'])));
    let n = 0;
    const random = () => bytes((n += 1));
    const { ops, added } = pasteOps(dag, { clip: clip!, offset: { x: 20, y: 20 }, random });
    const next = applied(ops);
    expect(added).toEqual(['start_2_1000', 'fetch_2_2000', 'note:note_4000']);
    expect(next.nodes['fetch_2_2000']).toMatchObject({
      name: 'Fetch 2',
      position: { x: 420, y: 70 },
    });
    expect(Object.values(next.edges).filter((edge) => edge.source === 'start_2_1000')).toHaveLength(
      1,
    );
  });

  test('text that is no selection of ours is nothing', () => {
    for (const text of [
      '',
      'hello',
      '{}',
      '[1]',
      '{"stemma":"selection/1"}',
      '{"stemma":"selection/1","nodes":{"a":1},"edges":{},"notes":{}}',
    ]) {
      expect(parseClipboard(text)).toBeUndefined();
    }
  });
});
