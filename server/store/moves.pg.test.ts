import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../db/uuid';
import { createStoreWorld, type StoreWorld } from '../testing/store-world';
import { listMoves } from './list-moves';
import { undo } from './undo';

let world: StoreWorld;
beforeAll(async () => {
  world = await createStoreWorld();
});
afterAll(() => world.close());

/** [A5] Moves whose seal does not follow from their content and the move before: none, unless tampered with. */
const BROKEN = `
  select m.tag_id, m.seq from tag_move m
  left join tag_move p on p.project_id = m.project_id and p.tag_id = m.tag_id and p.seq = m.seq - 1
  where m.hash <> sha256(coalesce(p.hash, '') || convert_to(jsonb_build_array(
          m.project_id, m.tag_id, m.seq, m.kind, m.from_id, m.to_id, m.actor_id, m.op_id,
          encode(m.request_hash, 'hex'), m.undo_top, m.redo_top, m.below, m.target_seq,
          extract(epoch from m.created_at))::text, 'UTF8'))
     or (m.seq > 1 and p.to_id is distinct from m.from_id)
  order by 1, 2`;

async function busyBranch(): Promise<string> {
  const { tagId, versionId } = await world.project.workflow();
  let parent = versionId;
  for (let n = 0; n < 6; n += 1) {
    parent = (await world.project.commit({ tagId, parent })).version.id;
    if (n % 3 === 1) {
      const by = world.project.by({ ref: { tagId } });
      parent = (await world.project.run((trx) => undo(trx, by))).version.id;
    }
  }
  return tagId;
}

describe('the record of moves', () => {
  test('[T1] is gapless and continuous, also when written by many at once', async () => {
    const { tagId, versionId } = await world.project.workflow();
    const editor = async (user: string) => {
      let parent = versionId;
      for (let n = 0; n < 10; n += 1) {
        const result = await world.project.append({ tagId, parent, user });
        if (result.status === 'committed') parent = result.version.id;
        if (result.status === 'conflict') parent = result.head;
      }
    };
    const { ada, ben } = world.project;
    await Promise.all([ada, ben, ada, ben].map(editor));
    const moves = await world.sql<{ seq: number; from_id: string | null; to_id: string }>(
      'select seq, from_id, to_id from tag_move where tag_id = $1 order by seq',
      [tagId],
    );
    expect(moves.length).toBeGreaterThan(10);
    for (const [index, move] of moves.entries()) {
      expect(move.seq).toBe(index + 1);
      expect(move.from_id).toBe(moves[index - 1]?.to_id ?? null);
    }
    const [tag] = await world.sql('select seq, target_id from tag where id = $1', [tagId]);
    expect(tag).toEqual({ seq: moves.length, target_id: moves.at(-1)?.to_id });
    expect(await world.sql(BROKEN)).toEqual([]);
  });

  test('[T1] the database refuses a gap, a repeated number and a wrong beginning', async () => {
    const tagId = await busyBranch();
    const [last] = await world.sql<{ seq: number; from_id: string; to_id: string }>(
      'select seq, from_id, to_id from tag_move where tag_id = $1 order by seq desc limit 1',
      [tagId],
    );
    const insert = (move: { seq: number; from: string | null }) =>
      world.project.run((trx) =>
        trx
          .insertInto('tag_move')
          .values({
            project_id: world.project.id,
            tag_id: tagId,
            seq: move.seq,
            kind: move.seq === 1 ? 'create' : 'reset',
            from_id: move.from,
            to_id: last!.to_id,
            actor_id: world.project.ada,
          })
          .execute(),
      );
    const { seq, to_id, from_id } = last!;
    for (const refused of [
      { seq: seq + 2, from: to_id },
      { seq: seq + 1, from: from_id },
      { seq: seq + 1, from: null },
      { seq: 0, from: null },
    ]) {
      await expect(insert(refused)).rejects.toMatchObject({ code: '23514' });
    }
    await expect(insert({ seq: 1, from: null })).rejects.toMatchObject({ code: '23505' });
    await insert({ seq: seq + 1, from: to_id });
  });

  test.each([
    ['the actor', `actor_id = gen_random_uuid()`],
    ['the time', `created_at = created_at + interval '1 second'`],
    ['the target', `to_id = from_id`],
    ['the undo stack', `undo_top = 1`],
    ['the request', `request_hash = '\\x00'`],
  ])('[A5] whoever changes %s of a move is found out', async (_, change) => {
    const tagId = await busyBranch();
    expect(await world.sql(BROKEN)).toEqual([]);
    await world.sql('begin');
    await world.sql('set local session_replication_role = replica');
    await world.sql(`update tag_move set ${change} where tag_id = $1 and seq = 5`, [tagId]);
    expect(await world.sql(BROKEN)).toContainEqual({ tag_id: tagId, seq: 5 });
    await world.sql('rollback');
  });

  test('[A5] so is whoever removes one', async () => {
    const tagId = await busyBranch();
    await world.sql('begin');
    await world.sql('delete from tag_move where tag_id = $1 and seq = 4', [tagId]);
    expect(await world.sql(BROKEN)).toContainEqual({ tag_id: tagId, seq: 5 });
    await world.sql('rollback');
  });
});

describe('listing moves', () => {
  test('[T1] pages newest first, without a gap or a repetition', async () => {
    const tagId = await busyBranch();
    const page = (cursor?: string) =>
      world.project.run((trx) =>
        listMoves(trx, { projectId: world.project.id, ref: { tagId }, limit: 3, cursor }),
      );
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const { items, next } = await page(cursor);
      seen.push(...items.map(({ seq }) => seq));
      cursor = next ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
    await expect(page('x')).rejects.toMatchObject({ code: 'invalid_cursor' });
    await expect(
      world.project.run((trx) =>
        listMoves(trx, { projectId: world.project.id, ref: { tagId: newId() }, limit: 3 }),
      ),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});
