import { offline } from '@/server/testing/branch-in-memory';
import { addEdge, addNode, openSession, remove, settled } from '@/server/testing/open-session';
import { emptyDag } from '@core/dag/document';
import { describe, expect, test } from 'vitest';
import { TransportError } from './transport';
import { whenSaved } from './when-saved';

describe('[L2] the saved state tells the truth', () => {
  test('an edit shows at once, is saving, then saved', async () => {
    const { server, session } = openSession();
    session.push(addNode('a'));
    expect(session.state().document.nodes).toHaveProperty('a');
    expect(session.state().save).toEqual({ kind: 'saving', waiting: 1 });
    await settled();
    expect(session.state().save).toEqual({ kind: 'saved' });
    expect(server.document()).toEqual(session.state().document);
    expect(session.state().undo).toBe('Add A');
  });

  test('what is being typed is not saved, although nothing waits to be sent', async () => {
    const { session } = openSession();
    const release = session.hold();
    expect(session.state().save.kind).toBe('saving');
    session.push(addNode('a'));
    release();
    expect(session.state().save.kind).toBe('saving');
    await settled();
    expect(session.state().save).toEqual({ kind: 'saved' });
  });

  test('one request is under way at a time, each against the answer of the one before', async () => {
    const { server, session } = openSession();
    session.push(addNode('a'));
    session.push(addNode('b'));
    session.push(addEdge('ab', 'a', 'b'));
    expect(server.calls).toHaveLength(1);
    await settled();
    expect(server.calls.map((call) => call.parent)).toEqual(['v0', 'v1', 'v2']);
    expect(Object.keys(server.document().edges)).toEqual(['ab']);
  });

  test('what the core refuses never leaves, and says why', async () => {
    const { server, session, events } = openSession();
    session.push([...addNode('a'), ...addNode('b'), ...addEdge('ab', 'a', 'b')]);
    const before = session.state().document;
    expect(session.push(addEdge('ba', 'b', 'a'))).toBe(false);
    expect(events).toMatchObject([{ kind: 'refused', message: expect.stringContaining('loop') }]);
    expect(session.state().document).toBe(before);
    await settled();
    expect(server.calls).toHaveLength(1);
  });
});

describe('[V4] a lost answer', () => {
  test('no answer: unsaved, then the same op id again, stored once', async () => {
    const { server, session, timers } = openSession();
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
    const { server, session, timers } = openSession();
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
  test('what was refused goes on top of the branch as it is now', async () => {
    const { server, session, events } = openSession();
    server.failures = [
      new TransportError('main is protected.', { retryable: false, code: 'forbidden' }),
    ];
    session.push(addNode('a'));
    session.push(addNode('b'));
    await settled();
    server.editByAnother(addNode('x'));
    await session.reloadAndReapply();
    await settled();
    expect(Object.keys(server.document().nodes)).toEqual(['x', 'a', 'b']);
    expect(session.state().save).toEqual({ kind: 'saved' });
    expect(events.at(-1)).toEqual({ kind: 'reapplied', kept: 2, lost: [] });
  });

  test('a typed refusal is kept in words; undo gives the edit up', async () => {
    const { server, session } = openSession();
    server.failures = [
      new TransportError('main is protected.', { retryable: false, code: 'forbidden' }),
    ];
    session.push(addNode('a'));
    await settled();
    expect(session.state().save).toMatchObject({
      kind: 'refused',
      reason: 'main is protected.',
    });
    expect(session.unsavedEdits()).toHaveLength(1);
    session.undo();
    expect(session.state().save).toEqual({ kind: 'saved' });
    expect(session.state().document.nodes).toEqual({});
  });
});

describe('a branch that moves elsewhere', () => {
  test('is taken over while nothing waits here', async () => {
    const { server, session, events } = openSession();
    server.editByAnother(addNode('x'));
    await session.refresh();
    expect(session.state().document.nodes).toHaveProperty('x');
    expect(events).toEqual([{ kind: 'joined', names: ['Ben'] }]);
    session.push(addNode('a'));
    await settled();
    expect(session.state().save).toEqual({ kind: 'saved' });
  });

  test('never replaces edits that wait', async () => {
    const { server, session } = openSession();
    server.failures = [offline()];
    session.push(addNode('a'));
    await settled();
    server.editByAnother(addNode('x'));
    await session.refresh();
    expect(Object.keys(session.state().document.nodes)).toEqual(['a']);
  });

  test('who waits for saving is told when it ends', async () => {
    const { session } = openSession();
    session.push(addNode('a'));
    const saved = whenSaved(session);
    await settled();
    await expect(saved).resolves.toBeUndefined();
  });
});

describe('[T3] undo and redo', () => {
  test('five back and five forward, by the server', async () => {
    const { server, session } = openSession();
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
    const { server, session, timers } = openSession();
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
    const { server, session } = openSession();
    let release = () => {};
    server.gate = new Promise((resolve) => (release = resolve));
    session.push(addNode('a'));
    session.undo();
    expect(session.state().save).toEqual({ kind: 'saving', waiting: 2 });
    release();
    await settled();
    expect(session.state().document.nodes).toEqual({});
    expect(session.state().redo).toBe('Add A');
  });

  test('edits made meanwhile land on what undo gives', async () => {
    const { server, session } = openSession();
    session.push(addNode('a'));
    await settled();
    let release = () => {};
    server.gate = new Promise((resolve) => (release = resolve));
    session.undo();
    session.push(addNode('b'));
    release();
    await settled();
    expect(Object.keys(session.state().document.nodes)).toEqual(['b']);
    expect(server.document()).toEqual(session.state().document);
  });

  test('keeps the objects of what did not change', async () => {
    const { session } = openSession();
    session.push(addNode('a'));
    session.push(addNode('b'));
    await settled();
    const before = session.state().document.nodes['a'];
    session.undo();
    await settled();
    expect(session.state().document.nodes['a']).toBe(before);
    expect(session.state().document.nodes).not.toHaveProperty('b');
  });

  test('what others took back already is passed over, and named', async () => {
    const { server, session, events } = openSession();
    session.push(addNode('a'));
    session.push(addNode('b'));
    await settled();
    server.editByAnother(remove('/nodes/b'));
    session.undo();
    await settled();
    expect(events.at(-1)).toEqual({ kind: 'undone', message: 'Add A', skipped: ['Add B'] });
    expect(session.state().document).toEqual(emptyDag());
  });

  test('a refused undo is said, and leaves the work alone', async () => {
    const { server, session, events } = openSession();
    session.push(addNode('a'));
    await settled();
    server.failures = [
      new TransportError('Nothing to undo.', { retryable: false, code: 'undo_refused' }),
    ];
    session.undo();
    await settled();
    expect(events.at(-1)).toEqual({
      kind: 'refused',
      message: 'Nothing to undo.',
      code: 'undo_refused',
    });
    expect(session.state().save).toEqual({ kind: 'saved' });
    expect(session.state().document.nodes).toHaveProperty('a');
  });
});
