import { expect } from 'vitest';
import { listMoves } from '../../store/list-moves';
import type { StoreWorld } from '../store-world';
import { contentOf, describe } from './agree';
import type { Real } from './real';
import type { Branch, Model } from './state';

/** [V7] Every version ever made is opened, and is what the model says. */
export async function agreeOnVersions({ versions }: Model, real: Real): Promise<void> {
  const stored = await real.look((trx) =>
    Promise.all(versions.map((version) => contentOf(trx, real, version))),
  );
  expect(stored).toEqual(versions.map(describe));
}

/** [T1] The moves of each branch: gapless, continuous, in order, each by whoever made it. */
export async function agreeOnMoves({ branches }: Model, real: Real): Promise<void> {
  const { projectId } = real;
  const pages = await real.look((trx) =>
    Promise.all(
      branches.map(({ id }) => listMoves(trx, { projectId, ref: { tagId: id }, limit: 1000 })),
    ),
  );
  const stored = pages.map(({ items }) =>
    items
      .map(({ seq, kind, from, to, actor }) => ({ seq, kind, from, to, by: actor.id }))
      .reverse(),
  );
  expect(stored).toEqual(branches.map((branch) => movesOf(branch, real)));
}

function movesOf({ moves }: Branch, real: Real) {
  return moves.map(({ kind, to, by }, at) => ({
    seq: at + 1,
    kind,
    from: moves[at - 1]?.to.id ?? null,
    to: to.id,
    by: real.scope(by).userId,
  }));
}

/** [T2] Nobody has anything to undo that is not in what the branch came from. */
export async function expectStacksInLineage(world: StoreWorld, real: Real): Promise<void> {
  const strangers = await world.sql(STRANGERS, [real.workflowId]);
  expect(strangers).toEqual([]);
}

/** Read from the rows alone: stacks by `undo_top` and `below`, lineages by parents. */
const STRANGERS = `
  with recursive stack as (
    select m.tag_id, m.actor_id, m.undo_top as seq
    from tag_move m join tag t on t.id = m.tag_id
    where t.workflow_id = $1 and m.seq = (
      select max(l.seq) from tag_move l
      where l.tag_id = m.tag_id and l.actor_id = m.actor_id and l.seq >= coalesce((
        select max(r.seq) from tag_move r where r.tag_id = m.tag_id and r.kind = 'reset'), 0))
    union
    select s.tag_id, s.actor_id, m.below
    from stack s join tag_move m on m.tag_id = s.tag_id and m.seq = s.seq
  ), lineage as (
    select t.id as tag_id, t.target_id as id from tag t where t.workflow_id = $1
    union
    select l.tag_id, parent.id
    from lineage l
    join artifact a on a.id = l.id
    cross join lateral (values (a.parent_id), (a.merge_parent_id)) parent (id)
    where parent.id is not null
  )
  select s.tag_id, s.actor_id, s.seq, m.kind
  from stack s join tag_move m on m.tag_id = s.tag_id and m.seq = s.seq
  join artifact a on a.id = m.to_id
  where not exists (
    select from lineage l
    where l.tag_id = s.tag_id and l.id in (m.to_id, a.compacted_from_id))`;
