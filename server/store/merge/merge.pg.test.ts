import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { digestDag } from '@core/dag/digest';
import type { Json } from '@core/json/json';
import { applyPatch } from '@core/patch/apply-patch';
import type { Op } from '@core/patch/ops';
import { newId } from '../../db/uuid';
import { added, createStoreWorld, type StoreWorld } from '../../testing/store-world';
import { compact } from '../compact';
import { getVersion } from '../get-version';
import { forgetVersions } from '../head-cache';
import { blame } from '../lineage/blame';
import { undo } from '../undo';
import { commitMerge } from './commit-merge';
import type { Resolution } from './plan-merge';
import { previewMerge } from './preview-merge';

let world: StoreWorld;
beforeAll(async () => {
  world = await createStoreWorld();
});
afterAll(() => world.close());

const rename = (node: string, name: string): Op[] => [
  { op: 'replace', path: `/nodes/${node}/name`, value: name },
];
const join = (id: string, source: string, target: string): Op => ({
  op: 'add',
  path: `/edges/${id}`,
  value: { source, target },
});

const opened = async (tagId: string) => {
  const { projectId, userId } = world.project.by({});
  return world.project.run((trx) => getVersion(trx, { projectId, userId, tagId }));
};

/** `main`, and `side` at the same version by Ben; both can be edited and merged. */
async function fork() {
  const { ben, commit, run, by, workflow, branch } = world.project;
  const { workflowId, tagId, versionId } = await workflow();
  const { id: sideId } = await branch(workflowId, versionId, 'side');
  const edit = async (tag: string, ops: readonly Op[]) => {
    const { tag: at } = await opened(tag);
    const user = tag === sideId ? { user: ben } : {};
    const stored = await commit({ tagId: tag, parent: at!.target, ops, ...user });
    return stored.version.id;
  };
  const preview = (resolutions: readonly Resolution[] = [], from = sideId, into = tagId) =>
    run((trx) =>
      previewMerge(trx, {
        projectId: world.project.id,
        ref: { tagId: into },
        from: { fromTagId: from },
        resolutions,
      }),
    );
  const merge = async (resolutions: readonly Resolution[] = [], from = sideId, into = tagId) => {
    const { ours, theirs } = await preview(resolutions, from, into);
    const sides = { ours: ours.version.id, theirs: theirs.version.id, fromTagId: from };
    return run((trx) => commitMerge(trx, by({ ref: { tagId: into }, ...sides, resolutions })));
  };
  return { workflowId, tagId, sideId, start: versionId, edit, preview, merge };
}

describe('[M3] merge.preview', () => {
  test('gives the merged document, its base and both sides, and stores nothing', async () => {
    const { tagId, sideId, start, edit, preview } = await fork();
    const ours = await edit(tagId, rename('node_0', 'Ours'));
    const theirs = await edit(sideId, rename('node_1', 'Theirs'));
    const before = await world.counts();
    const result = await preview();
    expect(result).toMatchObject({
      base: { id: start, candidates: 1 },
      ours: { version: { id: ours }, tag: { name: 'main' } },
      theirs: { version: { id: theirs }, tag: { name: 'side' } },
      ops: rename('node_1', 'Theirs'),
      conflicts: [],
      open: [],
      problem: null,
      upToDate: false,
    });
    expect(result.document.nodes).toMatchObject({
      node_0: { name: 'Ours' },
      node_1: { name: 'Theirs' },
    });
    expect(await world.counts()).toEqual(before);
  });

  test('names values and authors of both sides of each conflict, and takes resolutions', async () => {
    const { ada, ben } = world.project;
    const { tagId, sideId, edit, preview } = await fork();
    const ours = await edit(tagId, rename('node_0', 'Ours'));
    const theirs = await edit(sideId, rename('node_0', 'Theirs'));
    await edit(sideId, rename('node_1', 'Beside'));
    const unit = '/nodes/node_0/name';
    const { conflicts, open, document } = await preview();
    expect(conflicts).toMatchObject([
      {
        kind: 'field',
        unit,
        base: 'Step 0',
        ours: { value: 'Ours', author: { id: ada }, versionId: ours },
        theirs: { value: 'Theirs', author: { id: ben }, versionId: theirs },
        settled: false,
      },
    ]);
    expect(open).toEqual([unit]);
    expect(document.nodes).toMatchObject({ node_0: { name: 'Ours' }, node_1: { name: 'Beside' } });
    const settled = await preview([{ unit, value: 'Both' }]);
    expect(settled).toMatchObject({ open: [], conflicts: [{ settled: true }] });
    expect(settled.document.nodes.node_0?.name).toBe('Both');
  });

  test('tells a loop that both sides close together, and what cannot be stored', async () => {
    const { tagId, sideId, edit, preview } = await fork();
    const apart: Op = { op: 'remove', path: '/edges/edge_1' };
    await edit(tagId, [apart, join('ours', 'node_2', 'node_0')]);
    await edit(sideId, [apart, join('theirs', 'node_1', 'node_2')]);
    const { conflicts } = await preview();
    expect(conflicts).toMatchObject([
      { kind: 'cycle', unit: '/edges/theirs', ours: { author: { name: 'Ada' } } },
    ]);
    const unit = '/edges/theirs';
    const still = { source: 'node_0', target: 'node_2' };
    const bad = await preview([{ unit, value: { source: 'node_1', target: 'nowhere' } }]);
    expect(bad).toMatchObject({ open: [], problem: { code: 'invalid_document' } });
    const loop = await preview([{ unit, value: still }]);
    expect(loop).toMatchObject({ open: [], problem: { code: 'cycle' } });
  });
});

describe('[M3] merge.commit', () => {
  test('stores one patch with both parents; the next merge starts from there', async () => {
    const { tagId, sideId, edit, preview, merge } = await fork();
    const ours = await edit(tagId, rename('node_0', 'Ours'));
    const theirs = await edit(sideId, rename('node_1', 'Theirs'));
    const before = await world.counts();
    const merged = await merge();
    expect(merged).toMatchObject({
      message: 'Merge side into main',
      version: { parentId: ours, mergeParentId: theirs, generation: 3 },
      undo: { undo: { message: 'Merge side into main' } },
    });
    // The patch is the very one that was made on the side, so its bytes are there already.
    expect(added(before, await world.counts())).toEqual({
      artifact: 1,
      patch_chain_member: 1,
      tag_move: 1,
    });
    expect(await preview()).toMatchObject({ upToDate: true });
    await expect(merge()).rejects.toMatchObject({ code: 'merge_refused' });

    const later = await edit(sideId, rename('node_2', 'Later'));
    const second = await preview();
    expect(second).toMatchObject({ base: { id: theirs }, ops: rename('node_2', 'Later') });
    expect((await merge()).version.mergeParentId).toBe(later);
    // And back: main has all of side, so side takes main's document.
    await merge([], tagId, sideId);
    const [main, side] = [await opened(tagId), await opened(sideId)];
    expect(side.version.versionHash).toBe(main.version.versionHash);
  });

  test('is replayed from its bytes, credited to who wrote what, and undone like an edit', async () => {
    const { tagId, sideId, edit, merge } = await fork();
    const ours = await edit(tagId, rename('node_0', 'Ours'));
    const theirs = await edit(sideId, rename('node_1', 'Theirs'));
    await edit(sideId, rename('node_0', 'Clash'));
    const resolutions: Resolution[] = [{ unit: '/nodes/node_0/name', take: 'incoming' }];
    const { version } = await merge(resolutions);
    forgetVersions();
    const view = await opened(tagId);
    expect(digestDag(view.document).versionHash).toBe(version.versionHash);
    expect(view.document.nodes.node_0?.name).toBe('Clash');
    const by = async (pointer: string) => {
      const args = { projectId: world.project.id, ref: { tagId }, pointer };
      const { lines } = await world.project.run((trx) => blame(trx, args));
      return lines[0]?.versionId;
    };
    expect(await by('/nodes/node_1/name')).toBe(theirs);
    expect(await by('/nodes/node_0/name')).toBe(version.id);
    const back = await world.project.run((trx) => undo(trx, world.project.by({ ref: { tagId } })));
    expect(back.version.id).toBe(ours);
  });

  test('fails when either side moved, and says which', async () => {
    const { tagId, sideId, edit, preview } = await fork();
    await edit(tagId, rename('node_0', 'Ours'));
    await edit(sideId, rename('node_1', 'Theirs'));
    const { ours, theirs } = await preview();
    const sides = { ours: ours.version.id, theirs: theirs.version.id, fromTagId: sideId };
    const { run, by } = world.project;
    const commit = () =>
      run((trx) => commitMerge(trx, by({ ref: { tagId }, ...sides, resolutions: [] })));
    const moved = await edit(sideId, rename('node_2', 'Later'));
    const before = await world.counts();
    await expect(commit()).rejects.toMatchObject({
      code: 'conflict',
      message: '“side” has moved on since you looked at it. Look again first.',
      data: { head: moved, seq: 3 },
    });
    expect(await world.counts()).toEqual(before);
    const head = await edit(tagId, rename('node_3', 'Later'));
    await expect(commit()).rejects.toMatchObject({ code: 'conflict', data: { head } });
  });

  test('refuses open conflicts and a result that may not be stored; nothing is stored', async () => {
    const { tagId, sideId, edit, merge } = await fork();
    await edit(tagId, rename('node_0', 'Ours'));
    await edit(sideId, [
      ...rename('node_0', 'Theirs'),
      { op: 'remove', path: '/edges/edge_8' },
      { op: 'remove', path: '/nodes/node_9' },
    ]);
    const before = await world.counts();
    const unit = '/nodes/node_0/name';
    await expect(merge()).rejects.toMatchObject({ code: 'merge_refused', data: { open: [unit] } });
    await expect(merge([{ unit, value: 7 }])).rejects.toMatchObject({ code: 'invalid_document' });
    expect(await world.counts()).toEqual(before);
    await merge([{ unit, take: 'head' }]);
  });

  test.each([
    ['half a surrogate pair', '\ud800', 'invalid_json'],
    ['a number that is not finite', Infinity, 'invalid_json'],
    ['a forbidden key', JSON.parse('{"__proto__":1}') as Json, 'invalid_json'],
    [
      'an abyss',
      JSON.parse(`${'['.repeat(20_000)}${']'.repeat(20_000)}`) as Json,
      'limit_exceeded',
    ],
    ['nothing where a connection was', null, 'invalid_document'],
  ])('[D5] refuses %s as a resolution in words', async (_, value, code) => {
    const { tagId, sideId, edit, preview } = await fork();
    const ours = await edit(tagId, [join('extra', 'node_0', 'node_5')]);
    const theirs = await edit(sideId, [join('extra', 'node_0', 'node_6')]);
    const { open } = await preview();
    const resolutions = [{ unit: open[0]!, value }];
    const before = await world.counts();
    const { run, by } = world.project;
    const merge = run((trx) => commitMerge(trx, by({ ref: { tagId }, ours, theirs, resolutions })));
    await expect(merge).rejects.toMatchObject({ code });
    expect(await world.counts()).toEqual(before);
  });

  test('of equal changes is recorded, so that they are merged once', async () => {
    const { tagId, sideId, edit, preview, merge } = await fork();
    const ours = await edit(tagId, rename('node_0', 'Same'));
    await edit(sideId, rename('node_0', 'Same'));
    const { version } = await merge();
    expect(version.parentId).toBe(ours);
    expect(await preview()).toMatchObject({ upToDate: true });
    forgetVersions();
    expect((await opened(tagId)).document.nodes.node_0?.name).toBe('Same');
  });

  test('[V4] a retry gets the first answer; another request with its op_id is refused', async () => {
    const { tagId, sideId, edit, preview } = await fork();
    await edit(sideId, rename('node_1', 'Theirs'));
    const { ours, theirs } = await preview();
    const { run, by } = world.project;
    const sides = { ours: ours.version.id, theirs: theirs.version.id, fromTagId: sideId };
    const args = by({ ref: { tagId }, ...sides, resolutions: [], opId: newId() });
    const first = await run((trx) => commitMerge(trx, args));
    await edit(tagId, rename('node_4', 'After'));
    expect(await run((trx) => commitMerge(trx, args))).toEqual(first);
    await expect(
      run((trx) => commitMerge(trx, { ...args, message: 'Other' })),
    ).rejects.toMatchObject({ code: 'op_id_reused' });
  });

  test('[C1] of branches that were compacted and pointed at it finds the same base', async () => {
    const { tagId, sideId, start, edit, merge, preview } = await fork();
    const { run, by } = world.project;
    const ours = await edit(tagId, rename('node_0', 'Ours'));
    const theirs = await edit(sideId, rename('node_1', 'Theirs'));
    await run((trx) => compact(trx, by({ headId: ours, moveTagId: tagId })));
    await run((trx) => compact(trx, by({ headId: theirs, moveTagId: sideId })));
    expect(await preview()).toMatchObject({ base: { id: start } });
    await merge();
    expect(await preview()).toMatchObject({ upToDate: true });
    expect((await opened(tagId)).document.nodes).toMatchObject({
      node_0: { name: 'Ours' },
      node_1: { name: 'Theirs' },
    });
  });

  test('[R4] merges across, both ways at once, never wait for each other for ever', async () => {
    const { tagId, sideId, edit, merge } = await fork();
    for (let round = 0; round < 6; round += 1) {
      await edit(tagId, rename('node_0', `Ours ${round}`));
      await edit(sideId, rename('node_1', `Theirs ${round}`));
      const answers = await Promise.allSettled([merge(), merge([], tagId, sideId)]);
      const won = answers.filter(({ status }) => status === 'fulfilled');
      expect(won.length).toBeGreaterThanOrEqual(1);
      for (const answer of answers) {
        if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'conflict' });
      }
    }
    await merge().catch(() => undefined);
    const { document } = await opened(tagId);
    expect(document.nodes).toMatchObject({
      node_0: { name: 'Ours 5' },
      node_1: { name: 'Theirs 5' },
    });
  });

  test('between workflows, or of what is unknown, does not exist', async () => {
    const { tagId } = await fork();
    const other = await fork();
    await expect(other.preview([], tagId)).rejects.toMatchObject({ code: 'not_found' });
    await expect(other.preview([], newId())).rejects.toMatchObject({ code: 'not_found' });
  });
});

test('[M3] a merge is the same for who applies its ops', async () => {
  const { tagId, sideId, edit, preview } = await fork();
  await edit(tagId, [join('short', 'node_0', 'node_5')]);
  await edit(sideId, rename('node_7', 'Theirs'));
  const { ops, document } = await preview();
  expect(applyPatch((await opened(tagId)).document, ops)).toEqual(document);
});
