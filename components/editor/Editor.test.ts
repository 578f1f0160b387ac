import { emptyDag, type Dag } from '@core/dag/document';
import { findDescriptor } from '@core/nodes/registry';
import type { Op } from '@core/patch/ops';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Editor } from './Editor';
import { EditSession } from './session/EditSession';
import type { Transport } from './session/transport';

const start: Dag = {
  ...emptyDag(),
  nodes: {
    a: { type: 'trigger.manual', name: 'Start', position: { x: 0, y: 0 } },
    b: { type: 'noop', name: 'End', position: { x: 320, y: 0 } },
  },
};

/** A server that takes everything and keeps what it was sent. */
function open(document: Dag = start) {
  const sent: (readonly Op[])[] = [];
  const undo = { undo: null, redo: null };
  const never = () => Promise.reject(new Error('not asked in this test'));
  const transport: Transport = {
    append: ({ ops }) => {
      sent.push(ops);
      const answer = { status: 'committed', version: { id: `v${sent.length}` }, tag: {}, undo };
      return Promise.resolve(answer as never);
    },
    undo: never,
    redo: never,
    load: never,
    head: never,
    othersSince: never,
    whose: never,
  };
  let ids = 0;
  const session = new EditSession({
    transport,
    start: { head: 'v0', document, undo },
    newOpId: () => `op${(ids += 1)}`,
  });
  const editor = new Editor(session);
  return { editor, session, sent };
}

const position = (id: string, dragging: boolean, x: number) => ({
  type: 'position' as const,
  id,
  dragging,
  position: { x, y: 10 },
});

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('[P3] one gesture is one patch', () => {
  test('frames of a drag are nothing, its end is one patch for all boxes', async () => {
    const { editor, sent } = open();
    for (const x of [1, 2, 3])
      editor.changeNodes([position('a', true, x), position('b', true, 320 + x)]);
    expect(sent).toEqual([]);
    editor.changeNodes([position('a', false, 3), position('b', false, 323)]);
    await vi.runAllTimersAsync();
    expect(sent.map((ops) => ops.map((op) => op.path))).toEqual([
      ['/nodes/a/position', '/nodes/b/position'],
    ]);
  });

  test('a burst of nudges is one patch', async () => {
    const { editor, sent } = open();
    editor.flow.select(['a']);
    for (let i = 0; i < 5; i += 1) editor.nudge({ x: 8, y: 0 });
    await vi.runAllTimersAsync();
    expect(sent).toEqual([[{ op: 'replace', path: '/nodes/a/position', value: { x: 40, y: 0 } }]]);
  });

  test('another gesture ends the nudging, in the right order', async () => {
    const { editor, sent } = open();
    editor.flow.select(['a']);
    editor.nudge({ x: 8, y: 0 });
    editor.toggleSelection();
    await vi.runAllTimersAsync();
    expect(sent.map((ops) => ops[0]?.path)).toEqual(['/nodes/a/position', '/nodes/a/disabled']);
  });

  test('adding and connecting out of a dropped connection is one patch', async () => {
    const { editor, sent } = open();
    editor.addNode(
      findDescriptor('transform')!,
      { x: 800, y: 0 },
      { source: 'a', sourcePort: 'out' },
    );
    await vi.runAllTimersAsync();
    expect(sent).toHaveLength(1);
    expect(Object.values(editor.dag.edges)).toMatchObject([{ source: 'a', targetPort: 'in' }]);
    expect(editor.selectedSteps()).toEqual(Object.keys(editor.dag.nodes).slice(2));
  });
});

describe('refusals', () => {
  test('say why before anything is sent', () => {
    const { editor } = open();
    editor.connect({ source: 'a', sourcePort: 'out', target: 'b', targetPort: 'in' });
    const back = { source: 'b', sourcePort: 'out', target: 'b', targetPort: 'in' };
    expect(editor.refusal(back)).toBe('A node cannot be connected to itself.');
    const again = { source: 'a', sourcePort: 'out', target: 'b', targetPort: 'in' };
    expect(editor.refusal(again)).toContain('connected already');
    expect(editor.refusal(again, Object.keys(editor.dag.edges)[0])).toBeUndefined();
  });
});

describe('what the canvas shows', () => {
  test('problems of a new node come and go with its configuration', async () => {
    const { editor } = open();
    editor.addNode(findDescriptor('http.request')!, { x: 0, y: 300 });
    await vi.runAllTimersAsync();
    const shown = () => editor.flow.snapshot().nodes.find((node) => node.selected)?.data;
    expect(shown()).toMatchObject({ problems: [expect.stringContaining('address')] });
    const [id] = editor.selectedSteps();
    editor.editNode(id!, {
      config: { ...editor.dag.nodes[id!]!.config, url: 'https://example.com' },
    });
    await vi.runAllTimersAsync();
    expect(shown()).toMatchObject({ problems: [] });
  });

  test('deleting the selection leaves nothing selected', () => {
    const { editor } = open();
    editor.flow.selectAll();
    editor.removeSelection();
    expect(editor.flow.snapshot()).toMatchObject({
      nodes: [],
      selectedNodes: [],
      selectedEdges: [],
    });
  });

  test('copies of a selection are selected, their originals are not', () => {
    const { editor } = open();
    editor.flow.select(['a', 'b']);
    editor.duplicate();
    const { selectedNodes } = editor.flow.snapshot();
    expect(selectedNodes).toHaveLength(2);
    expect(selectedNodes).not.toContain('a');
  });
});
