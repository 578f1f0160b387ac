import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blameLines } from '@core/version/blame';
import { runs } from '../../testing/arbitraries';
import type { Branch } from '../../testing/project';
import { lineageIn, liveThrough, steps } from '../../testing/random-history';
import { createStoreWorld, type StoreWorld } from '../../testing/store-world';
import { compact } from '../compact';
import { commitMerge } from '../merge/commit-merge';
import { blame } from './blame';
import { listHistory } from './list-history';

let world: StoreWorld;
beforeAll(async () => {
  world = await createStoreWorld();
});
afterAll(() => world.close());

const blamed = async (versionId: string, pointer: string) => {
  const args = { projectId: world.project.id, ref: { versionId }, pointer };
  return (await world.project.run((trx) => blame(trx, args))).lines;
};

const history = (versionId: string, filter: object = {}) => {
  const args = { projectId: world.project.id, ref: { versionId }, limit: 200, ...filter };
  return world.project.run((trx) => listHistory(trx, args));
};

/** A workflow whose branch can be written on by its end, one edit after another. */
async function growing(): Promise<
  Branch & { edit: (path: string, user?: string) => Promise<string> }
> {
  const branch = await world.project.workflow();
  let head = branch.versionId;
  let turn = 0;
  const edit = async (path: string, user?: string) => {
    turn += 1;
    const value = path.endsWith('position') ? { x: turn, y: 0 } : `value ${turn}`;
    const { version } = await world.project.commit({
      tagId: branch.tagId,
      parent: head,
      ops: [{ op: 'add', path, value }],
      message: `Edit ${turn}`,
      ...(user === undefined ? {} : { user }),
    });
    return (head = version.id);
  };
  return { ...branch, edit };
}

describe('[M4] blame', () => {
  test('says which patch, author and time last changed each unit', async () => {
    const { ada, ben } = world.project;
    const { versionId, edit } = await growing();
    await edit('/nodes/node_1/position');
    const named = await edit('/nodes/node_1/name', ben);
    const moved = await edit('/nodes/node_1/position');
    const head = await edit('/nodes/node_2/name', ben);

    const lines = await blamed(head, '/nodes/node_1');
    expect(lines).toMatchObject([
      { unit: '/nodes/node_1/position', versionId: moved, message: 'Edit 3', author: { id: ada } },
      { unit: '/nodes/node_1/name', versionId: named, message: 'Edit 2', author: { name: 'Ben' } },
      { unit: '/nodes/node_1', versionId, generation: 1, author: { name: 'Ada' } },
    ]);
    expect(lines[0]!.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(await blamed(head, '/nodes/node_1/position/x')).toMatchObject([{ versionId: moved }]);
    expect(await blamed(named, '/nodes/node_2')).toMatchObject([{ versionId }]);
    expect(await blamed(head, '')).toMatchObject([
      { unit: '/nodes/node_2/name', versionId: head },
      { unit: '/nodes/node_1/position', versionId: moved },
      { unit: '/nodes/node_1/name', versionId: named },
      { unit: '', versionId },
    ]);
  });

  test('[C2] crosses compactions and never names one', async () => {
    const { tagId, versionId, edit } = await growing();
    const named = await edit('/nodes/node_1/name');
    const by = world.project.by({ headId: named, moveTagId: tagId });
    const compacted = await world.project.run((trx) => compact(trx, by));
    expect(await blamed(compacted.versionId, '/nodes/node_1')).toMatchObject([
      { versionId: named },
      { versionId },
    ]);
  });

  test('a merge answers for what was settled by hand; the rest stays the original patch’s', async () => {
    const { workflowId, tagId, versionId, edit } = await growing();
    const { id: fromTagId } = await world.project.branch(workflowId, versionId, 'side');
    const named = (node: string) => ({
      op: 'add' as const,
      path: `/nodes/${node}/name`,
      value: node,
    });
    const side = await world.project.commit({
      tagId: fromTagId,
      parent: versionId,
      ops: [named('node_1'), named('node_2')],
    });
    const alone = await edit('/nodes/node_3/name');
    const ours = await edit('/nodes/node_2/name');
    const theirs = side.version.id;
    const resolutions = [{ unit: '/nodes/node_2/name', take: 'incoming' as const }];
    const by = world.project.by({ ref: { tagId }, ours, theirs, fromTagId, resolutions });
    const { version } = await world.project.run((trx) => commitMerge(trx, by));

    const line = async (node: string) =>
      (await blamed(version.id, `/nodes/${node}/name`))[0]!.versionId;
    expect(await line('node_1')).toBe(theirs);
    expect(await line('node_2')).toBe(version.id);
    expect(await line('node_3')).toBe(alone);
    const places = (await history(version.id, { pointer: '/nodes/node_1' })).items;
    expect(places.map(({ id }) => id)).toEqual([theirs]);
  });

  test('a malformed pointer is refused', async () => {
    const { versionId } = await growing();
    await expect(blamed(versionId, 'nodes')).rejects.toMatchObject({ code: 'invalid_patch' });
  });

  test('of any version is what its lineage’s patches say', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (lived) => {
        const { versions } = await liveThrough(world, lived);
        for (const headId of versions.keys()) {
          const changes = [...lineageIn(versions, headId)].flatMap((id) => {
            const { parentId, mergeParentId, generation, touches } = versions.get(id)!;
            const units = parentId === null ? [''] : mergeParentId === null ? touches : [];
            return units.map((unit) => ({ unit, versionId: id, generation }));
          });
          const newest = new Map(
            changes
              .sort((a, b) => a.generation - b.generation || (a.versionId < b.versionId ? -1 : 1))
              .map((change) => [change.unit, change]),
          );
          const pointer = ['', '/nodes/node_0', '/nodes/node_1/position/x'][
            headId.charCodeAt(35) % 3
          ]!;
          const lines = await blamed(headId, pointer);
          expect(
            lines.map(({ unit, versionId, generation }) => ({ unit, versionId, generation })),
          ).toEqual(blameLines(pointer, [...newest.values()]));
        }
      }),
      runs(10),
    );
  });
});

describe('the history of a head', () => {
  test('is its lineage, newest first, page by page', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 1, max: 7 }), async (lived, limit) => {
        const { versions } = await liveThrough(world, lived);
        const headId = [...versions.keys()].at(-1)!;
        const expected = [...lineageIn(versions, headId)].sort((a, b) => {
          const [x, y] = [versions.get(a)!, versions.get(b)!];
          return y.generation - x.generation || (x.id < y.id ? 1 : -1);
        });
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await history(headId, { limit, cursor });
          expect(page.items.length).toBeLessThanOrEqual(limit);
          seen.push(...page.items.map(({ id }) => id));
          cursor = page.next ?? undefined;
        } while (cursor !== undefined);
        expect(seen).toEqual(expected);
      }),
      runs(8),
    );
  });

  test('by author, by place and by behaviour', async () => {
    const { ada, ben } = world.project;
    const { versionId, edit } = await growing();
    const one = await edit('/nodes/node_1/position');
    const two = await edit('/nodes/node_1/config/url', ben);
    const three = await edit('/nodes/node_2/config/url');
    const ids = async (filter: object) => (await history(three, filter)).items.map(({ id }) => id);
    expect(await ids({})).toEqual([three, two, one, versionId]);
    expect(await ids({ author: ben })).toEqual([two]);
    expect(await ids({ author: ada })).toEqual([three, one, versionId]);
    expect(await ids({ pointer: '/nodes/node_1' })).toEqual([two, one]);
    expect(await ids({ pointer: '/nodes/node_1/config/url/host' })).toEqual([two]);
    expect(await ids({ pointer: '/nodes/node' })).toEqual([]);
    expect(await ids({ behaviour: true })).toEqual([three, two, versionId]);
    expect(await ids({ behaviour: true, author: ada, pointer: '/nodes' })).toEqual([three]);
  });

  test.each(['1', 'x.y', '1.2', `1.${'0'.repeat(36)}`, '1.2.3'])(
    'the cursor “%s” is refused',
    async (cursor) => {
      const { versionId } = await growing();
      await expect(history(versionId, { cursor })).rejects.toMatchObject({
        code: 'invalid_cursor',
      });
    },
  );

  test('[A2] of another project’s version is not found', async () => {
    const stranger = await world.addProject('Strangers');
    const { versionId } = await stranger.workflow();
    await expect(history(versionId)).rejects.toMatchObject({ code: 'not_found' });
    await expect(blamed(versionId, '')).rejects.toMatchObject({ code: 'not_found' });
  });
});
