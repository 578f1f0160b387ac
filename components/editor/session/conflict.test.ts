import { offline } from '@/server/testing/branch-in-memory';
import {
  addEdge,
  addNode,
  openSession,
  remove,
  rename,
  settled,
} from '@/server/testing/open-session';
import { emptyDag, type Dag } from '@core/dag/document';
import { describe, expect, test } from 'vitest';
import type { EditSession } from './EditSession';
import { whenSaved } from './when-saved';

const start: Dag = {
  ...emptyDag(),
  nodes: {
    a: { type: 'noop', name: 'A' },
    b: { type: 'noop', name: 'B' },
    c: { type: 'noop', name: 'C' },
  },
};

const nameOf = (dag: Dag, id: string) => dag.nodes[id]?.name;
const conflictOf = ({ state }: EditSession) => {
  const { save } = state();
  if (save.kind !== 'conflict') throw new Error(`There is no conflict: ${save.kind}`);
  return save;
};

/** Ben has renamed A, and I have too, with an edit of something else behind it. */
async function inConflict() {
  const world = openSession(start);
  world.server.editByAnother(rename('a', 'Bens'), 'Rename A to Bens');
  world.session.push(rename('a', 'Mine'));
  world.session.push(rename('b', 'Behind'));
  await settled();
  return world;
}

describe('[V5] what others did elsewhere', () => {
  test('comes in with the answer; edits that wait go on top of it', async () => {
    const { server, session, events } = openSession(start);
    server.editByAnother(rename('c', 'Bens'));
    session.push(rename('a', 'One'));
    session.push(rename('b', 'Two'));
    await settled();
    expect(session.state().save).toEqual({ kind: 'saved' });
    expect(session.state().document.nodes).toMatchObject({
      a: { name: 'One' },
      b: { name: 'Two' },
      c: { name: 'Bens' },
    });
    expect(server.document()).toEqual(session.state().document);
    expect(events).toEqual([{ kind: 'joined', names: ['Ben'] }]);
  });

  test('an edit made in the very moment in which that comes in does not take it away', async () => {
    for (let moment = 0; moment < 20; moment += 1) {
      const { server, session } = openSession(start);
      server.editByAnother(rename('c', 'Bens'));
      session.push(rename('a', 'One'));
      for (let i = 0; i < moment; i += 1) await Promise.resolve();
      session.push(rename('b', 'Two'));
      await settled();
      expect(nameOf(session.state().document, 'c')).toBe('Bens');
      expect(session.state().document).toEqual(server.document());
    }
  });

  test('the same done by both is done once; an undo meant for it takes back nothing else', async () => {
    const { server, session } = openSession(start);
    session.push(rename('b', 'Earlier'));
    await settled();
    server.editByAnother(rename('a', 'Same'));
    session.push(rename('a', 'Same'));
    session.undo();
    await settled();
    expect(server.log()).toEqual(['Rename B to Earlier', 'Other']);
    expect(session.state()).toMatchObject({ save: { kind: 'saved' }, undo: 'Rename B to Earlier' });
  });

  test('an edit that waits and is in the way of others is held when its turn comes', async () => {
    const { server, session } = openSession(start);
    server.editByAnother(rename('b', 'Bens'), 'Rename B to Bens');
    session.push(rename('a', 'One'));
    session.push(rename('b', 'Mine'));
    session.push(rename('c', 'Three'));
    await settled();
    expect(conflictOf(session)).toMatchObject({
      message: 'Rename B to Mine',
      waiting: 2,
      conflicts: [
        {
          kind: 'field',
          unit: '/nodes/b/name',
          base: 'B',
          head: 'Bens',
          incoming: 'Mine',
          whose: { author: { name: 'Ben' }, message: 'Rename B to Bens' },
        },
      ],
    });
    expect(nameOf(server.document(), 'a')).toBe('One');
    expect(nameOf(server.document(), 'c')).toBe('C');
  });
});

describe('[V5] a conflict', () => {
  test('holds the edit and what waits behind it, and shows it until something is chosen', async () => {
    const { server, session, events } = await inConflict();
    expect(conflictOf(session)).toMatchObject({
      message: 'Rename A to Mine',
      waiting: 2,
      conflicts: [
        {
          base: 'A',
          head: 'Bens',
          incoming: 'Mine',
          choice: undefined,
          whose: { author: { id: 'ben', name: 'Ben' }, message: 'Rename A to Bens' },
        },
      ],
    });
    expect(session.state().document.nodes).toMatchObject({
      a: { name: 'Mine' },
      b: { name: 'Behind' },
    });
    expect(server.log()).toEqual(['Rename A to Bens']);
    expect(events).toEqual([]);
    await expect(whenSaved(session)).rejects.toThrow('Rename A to Mine');
  });

  test('mine: sent for the branch as it is now, under an op id of its own', async () => {
    const { server, session } = await inConflict();
    session.choose('/nodes/a/name', { take: 'incoming' });
    expect(server.calls).toHaveLength(1);
    expect(session.settle()).toBeUndefined();
    await settled();
    expect(nameOf(server.document(), 'a')).toBe('Mine');
    expect(nameOf(server.document(), 'b')).toBe('Behind');
    expect(session.state()).toMatchObject({ save: { kind: 'saved' }, document: server.document() });
    const [first, second] = server.calls;
    expect(second?.opId).not.toBe(first?.opId);
    expect(second?.parent).toBe('v1');
  });

  test('theirs: nothing is left to send of it, and the rest goes on', async () => {
    const { server, session } = await inConflict();
    session.choose('/nodes/a/name', { take: 'head' });
    session.settle();
    await settled();
    expect(server.log()).toEqual(['Rename A to Bens', 'Rename B to Behind']);
    expect(nameOf(session.state().document, 'a')).toBe('Bens');
    expect(session.state().save).toEqual({ kind: 'saved' });
  });

  test('another value than either', async () => {
    const { server, session } = await inConflict();
    session.choose('/nodes/a/name', { take: 'head' });
    session.choose('/nodes/a/name', { value: 'Ours' });
    session.settle();
    await settled();
    expect(nameOf(server.document(), 'a')).toBe('Ours');
    expect(server.log()[1]).toBe('Rename Bens to Ours');
  });

  test('only what was chosen is overwritten: the rest of both edits stands', async () => {
    const { server, session } = openSession(start);
    server.editByAnother([...rename('a', 'Bens'), ...rename('b', 'Bens')]);
    session.push([...rename('a', 'Mine'), ...rename('c', 'Mine')]);
    await settled();
    session.choose('/nodes/a/name', { take: 'head' });
    session.settle();
    await settled();
    const names = ['a', 'b', 'c'].map((id) => nameOf(server.document(), id));
    expect(names).toEqual(['Bens', 'Bens', 'Mine']);
  });

  test('discarded: the branch as others have it, with what waited behind; redo asks again', async () => {
    const { server, session, events } = await inConflict();
    session.discard();
    await settled();
    expect(server.log()).toEqual(['Rename A to Bens', 'Rename B to Behind']);
    expect(nameOf(session.state().document, 'a')).toBe('Bens');
    expect(events).toEqual([{ kind: 'undone', message: 'Rename A to Mine', skipped: [] }]);
    session.redo();
    await settled();
    expect(conflictOf(session).message).toBe('Rename A to Mine');
  });

  test('[T3] undo takes back what waits behind it first, then gives it up', async () => {
    const { server, session } = await inConflict();
    session.undo();
    expect(nameOf(session.state().document, 'b')).toBe('B');
    expect(conflictOf(session).waiting).toBe(1);
    session.undo();
    expect(session.state().save).toEqual({ kind: 'saved' });
    expect(session.state().document).toEqual(server.document());
  });

  test('[T3] an edit taken back while it was under way is not asked about', async () => {
    const { server, session } = openSession(start);
    server.editByAnother(rename('a', 'Bens'));
    session.push(rename('a', 'Mine'));
    session.undo();
    await settled();
    expect(session.state()).toMatchObject({ save: { kind: 'saved' }, redo: 'Rename A to Mine' });
    expect(nameOf(session.state().document, 'a')).toBe('Bens');
    expect(server.log()).toEqual(['Other']);
  });

  test('one can go on meanwhile, and what depends on the choice is asked in turn', async () => {
    const { server, session } = await inConflict();
    session.push(rename('a', 'Mine too'));
    session.choose('/nodes/a/name', { take: 'head' });
    session.settle();
    await settled();
    expect(nameOf(server.document(), 'b')).toBe('Behind');
    expect(conflictOf(session).conflicts).toMatchObject([
      { base: 'Mine', head: 'Bens', incoming: 'Mine too' },
    ]);
    session.choose('/nodes/a/name', { take: 'incoming' });
    session.settle();
    await settled();
    expect(nameOf(server.document(), 'a')).toBe('Mine too');
  });

  test('met by yet another edit on its way is asked again, with what is there now', async () => {
    const { server, session } = await inConflict();
    server.editByAnother(rename('a', 'Bens again'), 'Rename again');
    session.choose('/nodes/a/name', { take: 'incoming' });
    session.settle();
    await settled();
    expect(conflictOf(session).conflicts).toMatchObject([
      { base: 'Bens', head: 'Bens again', incoming: 'Mine', choice: undefined },
    ]);
  });

  test('offline after the choice: it waits like any other edit', async () => {
    const { server, session, timers } = await inConflict();
    server.failures = [offline()];
    session.choose('/nodes/a/name', { take: 'incoming' });
    session.settle();
    await settled();
    expect(session.state().save).toMatchObject({ kind: 'unsaved', waiting: 2 });
    timers.shift()?.();
    await settled();
    expect(session.state().save).toEqual({ kind: 'saved' });
    expect(nameOf(server.document(), 'a')).toBe('Mine');
  });
});

describe('[V5] conflicts of other kinds', () => {
  test('a node that went: mine brings it back', async () => {
    const { server, session } = openSession(start);
    server.editByAnother(remove('/nodes/a'));
    session.push(rename('a', 'Mine'));
    await settled();
    expect(conflictOf(session).conflicts).toMatchObject([{ kind: 'removed', unit: '/nodes/a' }]);
    expect(nameOf(session.state().document, 'a')).toBe('Mine');
    session.choose('/nodes/a', { take: 'incoming' });
    session.settle();
    await settled();
    expect(nameOf(server.document(), 'a')).toBe('Mine');
  });

  test('a connection to a node that went', async () => {
    const { server, session } = openSession(start);
    server.editByAnother(remove('/nodes/b'));
    session.push(addEdge('ab', 'a', 'b'));
    await settled();
    expect(conflictOf(session).conflicts).toMatchObject([
      { kind: 'dangling', unit: '/edges/ab', path: ['b'] },
    ]);
    session.choose('/edges/ab', { take: 'head' });
    session.settle();
    await settled();
    expect(server.document().edges).toEqual({});
    expect(session.state().document).toEqual(server.document());
  });

  test('a loop closed together: mine takes theirs away', async () => {
    const { server, session } = openSession(start);
    server.editByAnother(addEdge('ab', 'a', 'b'));
    session.push(addEdge('ba', 'b', 'a'));
    await settled();
    const { conflicts } = conflictOf(session);
    expect(conflicts).toMatchObject([{ kind: 'cycle', path: ['a', 'b', 'a'] }]);
    session.choose('/edges/ba', { take: 'incoming' });
    expect(session.settle()).toBeUndefined();
    await settled();
    expect(Object.keys(server.document().edges)).toEqual(['ba']);
  });

  test('a choice that cannot be stored is refused in words, and all stays as it was', async () => {
    const { server, session } = openSession(start);
    server.editByAnother([{ op: 'replace', path: '/nodes/a/type', value: 'x' }]);
    session.push([{ op: 'replace', path: '/nodes/a/type', value: 'y' }]);
    await settled();
    session.choose('/nodes/a/type', { value: 7 });
    expect(session.settle()).toContain('type');
    expect(conflictOf(session).waiting).toBe(1);
    expect(server.calls).toHaveLength(1);
  });

  test('ids of both: nothing is taken over', async () => {
    const { server, session } = openSession(start);
    server.editByAnother([...addNode('n'), ...rename('n', 'Bens')]);
    session.push(addNode('n'));
    await settled();
    expect(conflictOf(session).conflicts).toMatchObject([{ kind: 'id_taken', unit: '/nodes/n' }]);
    session.discard();
    await settled();
    expect(nameOf(server.document(), 'n')).toBe('Bens');
  });
});
