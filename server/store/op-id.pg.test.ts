import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../db/uuid';
import { submitRun } from '../runs/submit-run';
import { STRESS } from '../testing/arbitraries';
import { type Branch, nudge } from '../testing/project';
import { added, createStoreWorld, type StoreWorld } from '../testing/store-world';
import { appendPatch } from './append-patch';
import { archiveWorkflow, renameWorkflow } from './change-workflow';
import { compact } from './compact';
import { createTag } from './create-tag';
import { createWorkflow } from './create-workflow';
import { redo, undo } from './undo';

let world: StoreWorld;
beforeAll(async () => {
  world = await createStoreWorld();
});
afterAll(() => world.close());

const REUSED = { code: 'op_id_reused' };
const eight = <T>(call: () => Promise<T>) => Promise.all(Array.from({ length: 8 }, call));

/** Two branches of one workflow with an edit each, and a call of every mutating verb on the first. */
async function scene() {
  const { run, by, commit, workflow, branch } = world.project;
  const { workflowId, tagId, versionId } = await workflow();
  const { version } = await commit({ tagId, parent: versionId });
  const last = await commit({ tagId, parent: version.id });
  await run((trx) => undo(trx, by({ ref: { tagId } })));
  const other = await branch(workflowId, version.id, 'other');
  await commit({ tagId: other.id, parent: version.id });
  const ops = [nudge()];
  const at: Branch = { workflowId, tagId, versionId: version.id };
  const verbs = {
    append: (opId: string) =>
      run((trx) =>
        appendPatch(trx, by({ ref: { tagId }, parent: version.id, ops, message: 'Nudge', opId })),
      ),
    undo: (opId: string) => run((trx) => undo(trx, by({ ref: { tagId }, opId }))),
    redo: (opId: string) => run((trx) => redo(trx, by({ ref: { tagId }, opId }))),
    createTag: (opId: string) =>
      run((trx) => createTag(trx, by({ workflowId, versionId, name: 'made', opId }))),
    rename: (opId: string) =>
      run((trx) => renameWorkflow(trx, by({ workflowId, name: 'Renamed', opId }))),
    archive: (opId: string) =>
      run((trx) => archiveWorkflow(trx, by({ workflowId, archived: false, opId }))),
    createWorkflow: (opId: string) =>
      run((trx) => createWorkflow(trx, by({ name: 'Another', opId }))),
    compact: (opId: string) => run((trx) => compact(trx, by({ headId: last.version.id, opId }))),
    submit: (opId: string) => run((trx) => submitRun(trx, by({ ref: { tagId }, opId }))),
  };
  return { at, other, verbs };
}

type Verb = keyof Awaited<ReturnType<typeof scene>>['verbs'];
const VERBS: Verb[] = [
  'append',
  'undo',
  'redo',
  'createTag',
  'rename',
  'archive',
  'createWorkflow',
  'compact',
  'submit',
];

describe('the same request again', () => {
  test.each(VERBS)('[V4] %s has the same answer and does nothing twice', async (verb) => {
    const { verbs } = await scene();
    const opId = newId();
    const first = await verbs[verb](opId);
    const before = await world.counts();
    expect(await verbs[verb](opId)).toEqual(first);
    expect(await world.counts()).toEqual(before);
  });

  test.each(VERBS)('[V4] %s eight times at once is done once', async (verb) => {
    const { verbs } = await scene();
    const before = await world.counts();
    const opId = newId();
    const [first, ...rest] = await eight<unknown>(() => verbs[verb](opId));
    for (const answer of rest) expect(answer).toEqual(first);
    const { tag_move: moves = 0, audit = 0 } = added(before, await world.counts());
    expect({ moves: moves > 0, audit }).toEqual(
      ['append', 'undo', 'redo', 'createTag'].includes(verb)
        ? { moves: true, audit: 0 }
        : { moves: verb === 'createWorkflow', audit: 1 },
    );
    expect(moves).toBeLessThan(2);
  });

  test.each(['append', 'undo', 'redo', 'createTag'] as const)(
    '[V4] %s has its first answer even when the branch has moved on since',
    async (verb) => {
      const { at, verbs } = await scene();
      const opId = newId();
      const first = await verbs[verb](opId);
      const tagId = 'tag' in first ? first.tag.id : 'id' in first ? first.id : at.tagId;
      const { target_id } = (
        await world.sql<{ target_id: string }>('select target_id from tag where id = $1', [tagId])
      )[0]!;
      await world.project.commit({ tagId, parent: target_id, user: world.project.ben });
      await world.project.run(
        (trx) => undo(trx, world.project.by({ ref: { tagId } }, world.project.ben)),
        world.project.ben,
      );
      expect(await verbs[verb](opId)).toEqual(first);
    },
  );
});

describe('another request', () => {
  const all = VERBS.flatMap((first) =>
    VERBS.filter((second) => second !== first).map((second) => [first, second] as const),
  );
  /** Moves with audited mutations both ways round, and each kind with its own. */
  const some: [Verb, Verb][] = [
    ['append', 'rename'],
    ['rename', 'append'],
    ['append', 'createTag'],
    ['createTag', 'append'],
    ['undo', 'redo'],
    ['undo', 'submit'],
    ['compact', 'redo'],
    ['archive', 'undo'],
    ['createTag', 'createWorkflow'],
    ['submit', 'createTag'],
    ['rename', 'archive'],
    ['append', 'compact'],
  ];
  const pairs = STRESS > 1 ? all : some;

  test('[V4] with the op_id of an earlier one is refused, whatever the two verbs are', async () => {
    for (const [first, second] of pairs) {
      const { verbs } = await scene();
      const opId = newId();
      await verbs[first](opId);
      const before = await world.counts();
      const answer = await verbs[second](opId).then(
        (value) => ({ value }),
        (error: unknown) => ({ error }),
      );
      expect(answer, `${first}, then ${second}`).toMatchObject({ error: REUSED });
      expect(await world.counts()).toEqual(before);
    }
  });

  test('[V4] at the same time as another with its op_id: one is done and the other refused', async () => {
    for (const [first, second] of pairs) {
      const { verbs } = await scene();
      const opId = newId();
      const answers = await Promise.allSettled([verbs[first](opId), verbs[second](opId)]);
      const [{ records }] = (await world.sql<{ records: number }>(
        `select (select count(*) from tag_move where op_id = $1)::int
              + (select count(*) from audit where op_id = $1)::int as records`,
        [opId],
      )) as [{ records: number }];
      expect(records, `${first} beside ${second}`).toBe(1);
      expect(
        answers.filter(({ status }) => status === 'fulfilled'),
        `${first} beside ${second}`,
      ).toHaveLength(1);
    }
  });

  test('[V4] on another branch is refused, also at the same time', async () => {
    const { append, by, run } = world.project;
    const on = (branch: { tagId: string; versionId: string }, opId: string) =>
      append({ tagId: branch.tagId, parent: branch.versionId, opId });
    for (let round = 0; round < 3; round += 1) {
      const branches = await Promise.all(Array.from({ length: 4 }, () => world.project.workflow()));
      const opId = newId();
      const answers = await Promise.allSettled(branches.map((branch) => on(branch, opId)));
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const answer of answers) {
        if (answer.status === 'rejected') expect(answer.reason).toMatchObject(REUSED);
      }
    }
    const undone = await Promise.all([scene(), scene()]);
    const opId = newId();
    const answers = await Promise.allSettled(
      undone.map(({ at }) => run((trx) => undo(trx, by({ ref: { tagId: at.tagId }, opId })))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({ reason: REUSED });
  });

  test('[V4] with other ops, another parent or another message is refused', async () => {
    const { tagId, versionId } = await world.project.workflow();
    const opId = newId();
    const ops = [nudge()];
    const first = await world.project.commit({ tagId, parent: versionId, ops, opId });
    for (const other of [
      { ops: [nudge()] },
      { ops, parent: first.version.id },
      { ops, message: 'Other words' },
    ]) {
      const edit = { tagId, parent: versionId, opId, ...other };
      await expect(world.project.append(edit)).rejects.toMatchObject(REUSED);
    }
  });

  test('[V4] of another person, or in another project, has its own op_ids', async () => {
    const { tagId, versionId } = await world.project.workflow();
    const opId = newId();
    const first = await world.project.commit({ tagId, parent: versionId, opId });
    const { ben } = world.project;
    await world.project.commit({ tagId, parent: first.version.id, opId, user: ben });
    const theirs = await world.addProject('OpIds');
    const branch = await theirs.workflow();
    await theirs.commit({ tagId: branch.tagId, parent: branch.versionId, opId });
  });
});
