import { emptyDag, type Dag } from '@core/dag/document';
import { applyPatch } from '@core/patch/apply-patch';
import type { Op } from '@core/patch/ops';
import { describe, expect, test } from 'vitest';
import { EditSession } from './EditSession';
import type { SessionEvent } from './session-state';
import { TransportError, type AppendRequest, type Transport } from './transport';

const addNode = (id: string): Op[] => [
  { op: 'add', path: `/nodes/${id}`, value: { type: 'noop', name: id.toUpperCase() } },
];
const edge = (id: string, source: string, target: string): Op[] => [
  { op: 'add', path: `/edges/${id}`, value: { source, target } },
];
const offline = () =>
  new TransportError('Stemma is not answering.', { retryable: true, code: 'offline' });

/** A branch in memory that keeps every version, with switches for what can go wrong. */
function makeServer(start: Dag = emptyDag()) {
  const versions = [{ id: 'v0', document: start, message: 'Start' }];
  let at = 0;
  const seen = new Map<string, unknown>();
  const server = {
    calls: [] as AppendRequest[],
    /** Thrown by the next calls, one each. */
    failures: [] as Error[],
    /** Stores the edit, but its answer is lost, once. */
    loseAnswer: false,
    hold: undefined as Promise<void> | undefined,
    document: () => versions[at]!.document,
    head: () => versions[at]!.id,
    standing: () => ({
      head: versions[at]!.id,
      document: structuredClone(versions[at]!.document),
      undo: {
        undo: at > 0 ? { message: versions[at]!.message } : null,
        redo: at + 1 < versions.length ? { message: versions[at + 1]!.message } : null,
      },
    }),
    editByAnother(ops: Op[]) {
      const document = applyPatch(server.document(), ops);
      versions.splice(at + 1, Infinity, {
        id: `other${versions.length}`,
        document,
        message: 'Other',
      });
      at += 1;
    },
  };
  async function answer<T>(opId: string, act: () => T): Promise<T> {
    await server.hold;
    const failure = server.failures.shift();
    if (failure) throw failure;
    if (!seen.has(opId)) seen.set(opId, act());
    if (server.loseAnswer) {
      server.loseAnswer = false;
      throw offline();
    }
    return seen.get(opId) as T;
  }
  const walk = (by: number) => () => {
    const message = versions[by < 0 ? at : at + 1]!.message;
    at += by;
    return { ...server.standing(), message };
  };
  const transport: Transport = {
    append: (request) => {
      server.calls.push(request);
      return answer(request.opId, () => {
        if (request.parent !== server.head()) {
          return {
            status: 'conflict' as const,
            head: server.head(),
            seq: at,
            conflicts: [],
            changes: [],
          };
        }
        const document = applyPatch(server.document(), request.ops);
        versions.splice(at + 1, Infinity, {
          id: `v${versions.length}_${request.opId}`,
          document,
          message: request.message ?? '',
        });
        at += 1;
        const { undo } = server.standing();
        return { status: 'committed', version: { id: server.head() }, tag: {}, undo } as never;
      });
    },
    undo: ({ opId }) => answer(opId, walk(-1)),
    redo: ({ opId }) => answer(opId, walk(1)),
    load: () => Promise.resolve(server.standing()),
    head: () => Promise.resolve(server.head()),
  };
  return { server, transport };
}

function open(start?: Dag) {
  const { server, transport } = makeServer(start);
  const timers: (() => void)[] = [];
  const events: SessionEvent[] = [];
  let ids = 0;
  const session = new EditSession({
    transport,
    start: server.standing(),
    newOpId: () => `op${(ids += 1)}`,
    now: () => 0,
    later: (run) => {
      timers.push(run);
      return () => timers.splice(timers.indexOf(run), 1);
    },
  });
  session.hear((event) => events.push(event));
  return { server, session, timers, events };
}

async function settled(): Promise<void> {
  for (let i = 0; i < 50; i += 1) await Promise.resolve();
}

describe('[L2] the saved state tells the truth', () => {
  test('an edit shows at once, is saving, then saved', async () => {
    const { server, session } = open();
    session.push(addNode('a'));
    expect(session.state().document.nodes).toHaveProperty('a');
    expect(session.state().save).toEqual({ kind: 'saving', waiting: 1 });
    await settled();
    expect(session.state().save).toEqual({ kind: 'saved' });
    expect(server.document()).toEqual(session.state().document);
    expect(session.state().undo).toBe('Add A');
  });

  test('what is being typed is not saved, although nothing waits to be sent', async () => {
    const { session } = open();
    const release = session.hold();
    expect(session.state().save.kind).toBe('saving');
    session.push(addNode('a'));
    release();
    expect(session.state().save.kind).toBe('saving');
    await settled();
    expect(session.state().save).toEqual({ kind: 'saved' });
  });

  test('one request is under way at a time, each against the answer of the one before', async () => {
    const { server, session } = open();
    session.push(addNode('a'));
    session.push(addNode('b'));
    session.push(edge('ab', 'a', 'b'));
    expect(server.calls).toHaveLength(1);
    await settled();
    expect(server.calls.map((call) => call.parent)).toEqual(['v0', 'v1_op1', 'v2_op2']);
    expect(Object.keys(server.document().edges)).toEqual(['ab']);
  });

  test('what the core refuses never leaves, and says why', async () => {
    const { server, session, events } = open();
    session.push([...addNode('a'), ...addNode('b'), ...edge('ab', 'a', 'b')]);
    const before = session.state().document;
    expect(session.push(edge('ba', 'b', 'a'))).toBe(false);
    expect(events).toMatchObject([{ kind: 'refused', message: expect.stringContaining('loop') }]);
    expect(session.state().document).toBe(before);
    await settled();
    expect(server.calls).toHaveLength(1);
  });
});

describe('[V4] a lost answer', () => {
  test('no answer: unsaved, then the same op id again, stored once', async () => {
    const { server, session, timers } = open();
    server.loseAnswer = true;
    session.push(addNode('a'));
    await settled();
    expect(session.state().save).toMatchObject({ kind: 'unsaved', waiting: 1, retryAt: 500 });
    session.push(addNode('b'));
    expect(session.state().save).toMatchObject({ kind: 'unsaved', waiting: 2 });
    timers.shift()?.();
    await settled();
    expect(server.calls.map((call) => call.opId)).toEqual(['op1', 'op1', 'op2']);
    expect(Object.keys(server.document().nodes)).toEqual(['a', 'b']);
    expect(session.state().save).toEqual({ kind: 'saved' });
  });

  test('waits longer each time', async () => {
    const { server, session, timers } = open();
    server.failures = [offline(), offline(), offline()];
    session.push(addNode('a'));
    const waits: unknown[] = [];
    for (let i = 0; i < 3; i += 1) {
      await settled();
      const { save } = session.state();
      waits.push(save.kind === 'unsaved' && save.retryAt);
      timers.shift()?.();
    }
    expect(waits).toEqual([500, 1000, 2000]);
    await settled();
    expect(session.state().save.kind).toBe('saved');
  });
});

describe('refusals by the server', () => {
  test('[V5] a branch that moved on keeps the edit, which can be put on top', async () => {
    const { server, session, events } = open();
    server.editByAnother(addNode('x'));
    session.push(addNode('a'));
    await settled();
    expect(session.state().save).toMatchObject({ kind: 'refused', stale: true, waiting: 1 });
    await session.reloadAndReapply();
    await settled();
    expect(Object.keys(server.document().nodes)).toEqual(['x', 'a']);
    expect(session.state().save).toEqual({ kind: 'saved' });
    expect(events.at(-1)).toEqual({ kind: 'reapplied', kept: 1, lost: [] });
  });

  test('what no longer fits is handed back, not dropped in silence', async () => {
    const { server, session, events } = open();
    server.editByAnother(addNode('a'));
    session.push(addNode('a'));
    session.push(addNode('b'));
    await settled();
    await session.reloadAndReapply();
    await settled();
    const last = events.at(-1);
    expect(last).toMatchObject({ kind: 'reapplied', kept: 1 });
    expect(last?.kind === 'reapplied' && last.lost.map((edit) => edit.message)).toEqual(['Add A']);
    expect(Object.keys(server.document().nodes)).toEqual(['a', 'b']);
  });

  test('a typed refusal is kept in words; undo gives the edit up', async () => {
    const { server, session } = open();
    server.failures = [
      new TransportError('main is protected.', { retryable: false, code: 'forbidden' }),
    ];
    session.push(addNode('a'));
    await settled();
    expect(session.state().save).toMatchObject({
      kind: 'refused',
      reason: 'main is protected.',
      stale: false,
    });
    expect(session.unsavedEdits()).toHaveLength(1);
    session.undo();
    expect(session.state().save).toEqual({ kind: 'saved' });
    expect(session.state().document.nodes).toEqual({});
  });
});

describe('a branch that moves elsewhere', () => {
  test('is taken over while nothing waits here', async () => {
    const { server, session } = open();
    server.editByAnother(addNode('x'));
    await session.refresh();
    expect(session.state().document.nodes).toHaveProperty('x');
    session.push(addNode('a'));
    await settled();
    expect(session.state().save).toEqual({ kind: 'saved' });
  });

  test('never replaces edits that wait', async () => {
    const { server, session } = open();
    server.failures = [offline()];
    session.push(addNode('a'));
    await settled();
    server.editByAnother(addNode('x'));
    await session.refresh();
    expect(Object.keys(session.state().document.nodes)).toEqual(['a']);
  });

  test('who waits for saving is told when it ends', async () => {
    const { session } = open();
    session.push(addNode('a'));
    const saved = session.whenSaved();
    await settled();
    await expect(saved).resolves.toBeUndefined();
  });
});

describe('[T3] undo and redo', () => {
  test('five back and five forward, by the server', async () => {
    const { server, session } = open();
    for (const id of ['a', 'b', 'c', 'd', 'e']) session.push(addNode(id));
    await settled();
    for (let i = 0; i < 5; i += 1) session.undo();
    await settled();
    expect(session.state().document).toEqual(emptyDag());
    expect(session.state()).toMatchObject({ undo: undefined, redo: 'Add A' });
    for (let i = 0; i < 5; i += 1) session.redo();
    await settled();
    expect(Object.keys(session.state().document.nodes)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(session.state().head).toBe(server.head());
  });

  test('an edit that was never sent is dropped here, and can come back', async () => {
    const { server, session, timers } = open();
    server.failures = [offline()];
    session.push(addNode('a'));
    session.push(addNode('b'));
    await settled();
    session.undo();
    expect(Object.keys(session.state().document.nodes)).toEqual(['a']);
    expect(session.state().redo).toBe('Add B');
    session.redo();
    timers.shift()?.();
    await settled();
    expect(Object.keys(server.document().nodes)).toEqual(['a', 'b']);
  });

  test('waits for the edit under way', async () => {
    const { server, session } = open();
    let release = () => {};
    server.hold = new Promise((resolve) => (release = resolve));
    session.push(addNode('a'));
    session.undo();
    expect(session.state().save).toEqual({ kind: 'saving', waiting: 2 });
    release();
    await settled();
    expect(session.state().document.nodes).toEqual({});
    expect(session.state().redo).toBe('Add A');
  });

  test('edits made meanwhile land on what undo gives', async () => {
    const { server, session } = open();
    session.push(addNode('a'));
    await settled();
    let release = () => {};
    server.hold = new Promise((resolve) => (release = resolve));
    session.undo();
    session.push(addNode('b'));
    release();
    await settled();
    expect(Object.keys(session.state().document.nodes)).toEqual(['b']);
    expect(server.document()).toEqual(session.state().document);
  });

  test('keeps the objects of what did not change', async () => {
    const { session } = open();
    session.push(addNode('a'));
    session.push(addNode('b'));
    await settled();
    const before = session.state().document.nodes['a'];
    session.undo();
    await settled();
    expect(session.state().document.nodes['a']).toBe(before);
    expect(session.state().document.nodes).not.toHaveProperty('b');
  });

  test('a refused undo is said, and leaves the work alone', async () => {
    const { server, session, events } = open();
    session.push(addNode('a'));
    await settled();
    server.failures = [
      new TransportError('Nothing to undo.', { retryable: false, code: 'undo_refused' }),
    ];
    session.undo();
    await settled();
    expect(events.at(-1)).toEqual({ kind: 'refused', message: 'Nothing to undo.' });
    expect(session.state().save).toEqual({ kind: 'saved' });
    expect(session.state().document.nodes).toHaveProperty('a');
  });
});
