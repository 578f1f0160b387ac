import * as any from '@/server/testing/arbitraries';
import { offline } from '@/server/testing/branch-in-memory';
import { openSession, settled } from '@/server/testing/open-session';
import type { Dag } from '@core/dag/document';
import { canonicalText } from '@core/json/canonical';
import type { Json } from '@core/json/json';
import type { Op } from '@core/patch/ops';
import type { Choice } from '@core/version/conflict';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const MOST_ROUNDS = 20;

const happening = fc.constantFrom(
  ...['mine', 'mine', 'mine', 'theirs', 'theirs', 'wait', 'offline', 'lost answer', 'return'],
);
const choice: fc.Arbitrary<Choice> = fc.oneof(
  fc.constantFrom<Choice>({ take: 'head' }, { take: 'incoming' }, { take: 'base' }),
  fc.record({ value: fc.constantFrom<Json>('by hand', 7) }),
);

/** A mark that no other edit touches: who wants to know where an edit is looks for its mark. */
const mark = (name: string): Op => ({ op: 'add', path: `/ext/${name}`, value: true });
const marksIn = (ops: readonly Op[]) =>
  ops.flatMap(({ path }) => (path.startsWith('/ext/') ? [path.slice('/ext/'.length)] : []));

/** Any gesture, and often a name for one of few nodes, so that edits meet. */
const edit = (dag: Dag): fc.Arbitrary<Op[]> => {
  const nodes = Object.keys(dag.nodes).slice(0, 2);
  if (nodes.length === 0) return any.gesture(dag);
  const renamed = fc
    .tuple(fc.constantFrom(...nodes), fc.constantFrom<Json>('x', 'y', 'z'))
    .map(([id, value]): Op[] => [{ op: 'add', path: `/nodes/${id}/name`, value }]);
  return fc.oneof(any.gesture(dag), renamed);
};

/** One person, with others on the same branch, a bad network, and conflicts decided at random. */
class Trial {
  readonly world;
  readonly #random: fc.GeneratorValue;
  /** Marks of edits made, and of those that the person gave up or was handed back. */
  readonly mine = new Set<string>();
  readonly theirs = new Set<string>();
  readonly gone = new Set<string>();
  conflicts = 0;

  constructor(start: Dag, random: fc.GeneratorValue) {
    this.world = openSession({ ...start, ext: {} });
    this.#random = random;
  }

  async live(what: string): Promise<void> {
    const { server, session, timers } = this.world;
    if (what === 'mine') {
      const name = `m${this.mine.size}`;
      const ops = this.#random(edit, session.state().document);
      if (session.push([...ops, mark(name)])) this.mine.add(name);
    } else if (what === 'theirs') {
      const name = `t${this.theirs.size}`;
      const before = server.head();
      server.editByAnother([...this.#random(edit, server.document()), mark(name)]);
      if (server.head() !== before) this.theirs.add(name);
    } else if (what === 'undo') session.undo();
    else if (what === 'redo') session.redo();
    else if (what === 'offline') server.failures.push(offline());
    else if (what === 'lost answer') server.loseAnswer = true;
    else if (what === 'return') {
      timers.shift()?.();
      await session.refresh();
    } else await settled();
    if (this.#random(fc.boolean)) await settled();
    this.#decide();
  }

  /** Until everything is saved. */
  async finish(): Promise<void> {
    const { session, timers, events } = this.world;
    for (let round = 0; round < 200; round += 1) {
      await settled();
      const { kind } = session.state().save;
      if (kind === 'saved') break;
      if (kind === 'refused') await session.reloadAndReapply();
      timers.shift()?.();
      this.#decide();
    }
    await session.refresh();
    for (const event of events) {
      if (event.kind !== 'reapplied') continue;
      for (const { ops } of event.lost) for (const name of marksIn(ops)) this.gone.add(name);
    }
  }

  #decide(): void {
    const { session } = this.world;
    const [held] = session.unsavedEdits();
    if (session.state().save.kind !== 'conflict' || held === undefined) return;
    this.conflicts += 1;
    if (this.#random(fc.nat, { max: 4 }) > 0) {
      // A choice can bring up a clash that was not there before.
      for (let round = 0; round < MOST_ROUNDS; round += 1) {
        const { save } = session.state();
        const open = save.kind === 'conflict' ? save.conflicts : [];
        const next = open.find((conflict) => conflict.choice === undefined);
        if (next)
          session.choose(
            next.unit,
            this.#random(() => choice),
          );
        else if (session.settle() === undefined) return;
        else break;
      }
    }
    for (const name of marksIn(held.ops)) this.gone.add(name);
    session.discard();
  }
}

const text = (value: unknown) => canonicalText(value as Json);

test('[V5][L2] what is on screen and what is stored become one, and no edit is lost on the way', async () => {
  let conflicts = 0;
  let rebased = 0;
  await fc.assert(
    fc.asyncProperty(
      any.dag,
      fc.gen(),
      fc.array(happening, { minLength: 8, maxLength: 24 }),
      async (...given) => {
        const [start, random, happenings] = given;
        const trial = new Trial(start, random);
        for (const what of happenings) await trial.live(what);
        await trial.finish();
        const { server, session, events } = trial.world;
        expect(session.state()).toMatchObject({ save: { kind: 'saved' }, head: server.head() });
        expect(text(session.state().document)).toBe(text(server.document()));
        const marks = Object.keys(server.document().ext).sort();
        const kept = [...trial.mine].filter((name) => !trial.gone.has(name));
        expect(marks).toEqual([...kept, ...trial.theirs].sort());
        conflicts += trial.conflicts;
        rebased += events.filter(({ kind }) => kind === 'joined').length;
      },
    ),
    any.runs(80),
  );
  expect(conflicts).toBeGreaterThan(20);
  expect(rebased).toBeGreaterThan(20);
});

test('[T3] the same with undo and redo: what others did never goes with mine', async () => {
  const more = fc.oneof(happening, fc.constantFrom('undo', 'undo', 'redo'));
  let undone = 0;
  await fc.assert(
    fc.asyncProperty(
      any.dag,
      fc.gen(),
      fc.array(more, { minLength: 8, maxLength: 24 }),
      async (...given) => {
        const [start, random, happenings] = given;
        const trial = new Trial(start, random);
        for (const what of happenings) await trial.live(what);
        await trial.finish();
        const { server, session, events } = trial.world;
        expect(session.state()).toMatchObject({ save: { kind: 'saved' }, head: server.head() });
        expect(text(session.state().document)).toBe(text(server.document()));
        const marks = Object.keys(server.document().ext);
        expect(marks).toEqual(expect.arrayContaining([...trial.theirs]));
        undone += events.filter(({ kind }) => kind === 'undone').length;
      },
    ),
    any.runs(80),
  );
  expect(undone).toBeGreaterThan(50);
});
