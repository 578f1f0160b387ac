import { sql } from 'kysely';

/**
 * Message of what a move `m` of `tag_move` is about: its own, or for an undo and a redo that of what
 * was taken back or done again. One index look-up for each step.
 */
export const editMessage = sql<string>`(
  select case e.kind when 'reset' then 'Reset to “' || a.message || '”' else a.message end
  from tag_move e
  join artifact a on a.project_id = e.project_id and a.id = e.to_id
  where e.project_id = m.project_id and e.tag_id = m.tag_id and e.seq = case m.kind
    when 'undo' then m.target_seq
    when 'redo' then (
      select u.target_seq from tag_move u
      where u.project_id = m.project_id and u.tag_id = m.tag_id and u.seq = m.target_seq)
    else m.seq end)`;

/** Message of the version that a branch began with, when that is where the workflow began. */
const beginning = sql<string | null>`(
  select a.message from artifact a
  where a.project_id = m.project_id and a.id = m.to_id and a.parent_id is null)`;

/** What a move `m` did, in words. */
export const moveMessage = sql<string>`case m.kind
  when 'create' then coalesce(${beginning}, 'Create branch')
  when 'undo' then 'Undo “' || ${editMessage} || '”'
  when 'redo' then 'Redo “' || ${editMessage} || '”'
  else ${editMessage} end`;
