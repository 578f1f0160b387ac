import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { digestDag } from '@core/dag/digest';
import { closeDatabase, openDatabase } from '../db/database';
import { inProject } from '../db/transaction';
import type { Transaction } from 'kysely';
import type { DB } from '../db/schema/db';
import { runs, STRESS } from '../testing/arbitraries';
import { createStoreWorld, type StoreWorld } from '../testing/store-world';
import { appendPatch } from './append-patch';
import { compact } from './compact';
import { createTag } from './create-tag';
import { getVersion } from './get-version';
import { forgetVersions } from './head-cache';
import { redo, undo } from './undo';

let world: StoreWorld;
beforeAll(async () => {
  world = await createStoreWorld();
});
afterAll(() => world.close());

/** A version by what it holds: the last edit of each node. `of` is the head that a compaction equals. */
interface Version {
  readonly id: string;
  readonly content: Readonly<Record<string, number>>;
  readonly of?: Version;
}
interface Edit {
  readonly from: Version;
  readonly to: Version;
  readonly message: string;
}
interface Undone {
  readonly edit: Edit;
  /** Where the branch stood before the undo: a redo leads back exactly there. */
  readonly stood: Version;
}
interface Stack {
  readonly undo: Edit[];
  redo: Undone[];
}
interface Tag {
  readonly id: string;
  target: Version;
  readonly stacks: Stack[];
}
interface Model {
  readonly tags: Tag[];
  readonly compacted: Map<Version, Version>;
}
interface Real {
  readonly workflowId: string;
  readonly run: <T>(person: number, work: (trx: Transaction<DB>) => Promise<T>) => Promise<T>;
  readonly restart: () => Promise<void>;
}
type Command = fc.AsyncCommand<Model, Real>;

const NODES = ['node_0', 'node_1', 'node_2'];
const PEOPLE = 2;
let edits = 0;

const person = (index: number) => [world.project.ada, world.project.ben][index]!;
const tagOf = (model: Model, index: number) => model.tags[index % model.tags.length]!;
const emptyStacks = (): Stack[] => Array.from({ length: PEOPLE }, () => ({ undo: [], redo: [] }));
/** What a version stands for: a compaction stands for the head it equals. */
const meaning = (version: Version) => version.of ?? version;

/** Same branch, same content, same words for the person. */
async function agree(real: Real, tag: Tag, who: number): Promise<void> {
  const args = { projectId: world.project.id, userId: person(who), tagId: tag.id };
  const view = await real.run(who, (trx) => getVersion(trx, args));
  expect(view.tag?.target).toBe(tag.target.id);
  const positions = NODES.map((node) => view.document.nodes[node]?.position?.x);
  expect(positions).toEqual(NODES.map((node) => tag.target.content[node] ?? 0));
  const stack = tag.stacks[who]!;
  const words = (edit: Edit | undefined) => edit && { message: edit.message };
  expect(view.undo).toEqual({
    undo: words(stack.undo.at(-1)) ?? null,
    redo: words(stack.redo.at(-1)?.edit) ?? null,
  });
}

function edit(index: number, who: number, node: string): Command {
  return {
    check: () => true,
    toString: () => `edit(tag ${index}, person ${who}, ${node})`,
    run: async (model, real) => {
      const tag = tagOf(model, index);
      edits += 1;
      const message = `Edit ${edits}`;
      const ops = [{ op: 'replace', path: `/nodes/${node}/position/x`, value: edits }];
      const by = world.project.by(
        { ref: { tagId: tag.id }, parent: tag.target.id, ops, message },
        person(who),
      );
      const result = await real.run(who, (trx) => appendPatch(trx, by));
      if (result.status !== 'committed') throw new Error(`The edit was answered ${result.status}.`);
      const to = { id: result.version.id, content: { ...tag.target.content, [node]: edits } };
      const stack = tag.stacks[who]!;
      stack.undo.push({ from: tag.target, to, message });
      stack.redo = [];
      tag.target = to;
      await agree(real, tag, who);
    },
  };
}

function back(kind: 'undo' | 'redo', index: number, who: number): Command {
  return {
    check: () => true,
    toString: () => `${kind}(tag ${index}, person ${who})`,
    run: async (model, real) => {
      const tag = tagOf(model, index);
      const { undo: undos, redo: redos } = tag.stacks[who]!;
      const before = tag.target;
      const edit = kind === 'undo' ? undos.at(-1) : redos.at(-1)?.edit;
      const needed = kind === 'undo' ? edit?.to : edit?.from;
      const by = world.project.by({ ref: { tagId: tag.id } }, person(who));
      const answer = real.run(who, (trx) => (kind === 'undo' ? undo : redo)(trx, by));
      if (edit === undefined || needed === undefined || meaning(needed) !== meaning(before)) {
        await expect(answer).rejects.toMatchObject({ code: 'undo_refused' });
      } else {
        expect((await answer).message).toBe(edit.message);
        if (kind === 'undo') {
          undos.pop();
          redos.push({ edit, stood: before });
          tag.target = edit.from;
        } else {
          tag.target = redos.pop()!.stood;
          undos.push(edit);
        }
      }
      await agree(real, tag, who);
    },
  };
}

function compaction(index: number, who: number, move: boolean): Command {
  return {
    check: () => true,
    toString: () => `compact(tag ${index}, person ${who}${move ? ', and move' : ''})`,
    run: async (model, real) => {
      const tag = tagOf(model, index);
      const head = tag.target;
      const moveTagId = move ? tag.id : undefined;
      const answer = real.run(who, (trx) =>
        compact(trx, world.project.by({ headId: head.id, moveTagId }, person(who))),
      );
      if (head.of !== undefined || Object.keys(head.content).length === 0) {
        await expect(answer).rejects.toMatchObject({ code: 'invalid_document' });
      } else {
        const { versionId, created, before, after } = await answer;
        expect(before).toBe(after);
        expect(created).toBe(!model.compacted.has(head));
        const known = model.compacted.get(head) ?? {
          id: versionId,
          content: head.content,
          of: head,
        };
        expect(versionId).toBe(known.id);
        model.compacted.set(head, known);
        if (move) tag.target = known;
      }
      await agree(real, tag, who);
    },
  };
}

function branch(index: number, who: number): Command {
  return {
    check: (model) => model.tags.length < 3,
    toString: () => `branch(tag ${index})`,
    run: async (model, real) => {
      const { target } = tagOf(model, index);
      const name = `b${model.tags.length}`;
      const { workflowId } = real;
      const by = world.project.by({ workflowId, versionId: target.id, name }, person(who));
      const made = await real.run(who, (trx) => createTag(trx, by));
      model.tags.push({ id: made.id, target, stacks: emptyStacks() });
      await agree(real, model.tags.at(-1)!, who);
    },
  };
}

const restart: Command = {
  check: () => true,
  toString: () => 'restart',
  run: (_, real) => real.restart(),
};

const at = fc.nat(2);
const who = fc.nat(PEOPLE - 1);
const commands = [
  fc.tuple(at, who, fc.constantFrom(...NODES)).map((args) => edit(...args)),
  fc.tuple(at, who, fc.constantFrom(...NODES)).map((args) => edit(...args)),
  fc.tuple(at, who).map(([tag, p]) => back('undo', tag, p)),
  fc.tuple(at, who).map(([tag, p]) => back('undo', tag, p)),
  fc.tuple(at, who).map(([tag, p]) => back('redo', tag, p)),
  fc.tuple(at, who).map(([tag, p]) => back('redo', tag, p)),
  fc.tuple(at, who).map((args) => branch(...args)),
  fc.tuple(at, who, fc.boolean()).map((args) => compaction(...args)),
  fc.constant(restart),
];

async function start(): Promise<{ model: Model; real: Real; close: () => Promise<void> }> {
  const { workflowId, tagId, versionId } = await world.project.workflow();
  let db = openDatabase({ url: world.database.appUrl, max: 1 });
  const target: Version = { id: versionId, content: {} };
  return {
    model: { tags: [{ id: tagId, target, stacks: emptyStacks() }], compacted: new Map() },
    real: {
      workflowId,
      run: (index, work) =>
        inProject(db, { projectId: world.project.id, userId: person(index) }, work),
      restart: async () => {
        await closeDatabase(db);
        forgetVersions();
        db = openDatabase({ url: world.database.appUrl, max: 1 });
      },
    },
    close: () => closeDatabase(db),
  };
}

test(
  '[T2][T3][C1] any sequence of edits, undos, redos, branches, compactions and restarts by two people agrees with a model in memory',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.commands(commands, { maxCommands: 25, size: 'max' }),
        async (sequence) => {
          const { model, real, close } = await start();
          try {
            await fc.asyncModelRun(() => ({ model, real }), sequence);
            // At the end every branch replays from the stored bytes to the recorded hash.
            await real.restart();
            for (const tag of model.tags) {
              for (let who = 0; who < PEOPLE; who += 1) await agree(real, tag, who);
              const args = { projectId: world.project.id, userId: person(0), tagId: tag.id };
              const view = await real.run(0, (trx) => getVersion(trx, args));
              expect(digestDag(view.document).versionHash).toBe(view.version.versionHash);
            }
          } finally {
            await close();
          }
        },
      ),
      runs(60),
    );
  },
  120_000 * STRESS,
);
