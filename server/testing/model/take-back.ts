import type { Content } from './content';
import { join, outcomeOf } from './join';
import { type Branch, type Entry, headOf, standsFor, type Version } from './state';

/** What an undo, or a redo, has to do on a branch. */
export type Step<E> =
  | { readonly do: 'move'; readonly entry: E; readonly to: Version; readonly passed: string[] }
  | {
      readonly do: 'patch';
      readonly entry: E;
      readonly content: Content;
      readonly passed: string[];
    }
  | { readonly do: 'refuse' };

/**
 * [T2][T3] The topmost entry of which something is left: by moving back when the branch is where the
 * entry led to, otherwise its inverse joined to what came after, unless that clashes.
 */
export function takeBack<E extends Omit<Entry, 'below'>>(
  branch: Branch,
  { entries, by }: { entries: readonly E[]; by: number },
): Step<E> {
  const head = headOf(branch);
  const passed: string[] = [];
  for (const entry of entries.toReversed()) {
    const { from, to, message, resetAt } = entry;
    const stands = standsFor(head) === standsFor(to);
    if (resetAt !== undefined && !(stands && nobodyElseSince(branch, resetAt, by))) break;
    if (stands) return { do: 'move', entry, to: from, passed };
    const joined = join({ base: to.content, incoming: from.content, head: head.content });
    const outcome = outcomeOf(joined, head.content);
    if (outcome === 'conflict') break;
    if (outcome === undefined) return { do: 'patch', entry, content: joined.content, passed };
    passed.push(message);
  }
  return { do: 'refuse' };
}

/** [T2] Nobody else has moved the branch since; compactions move nothing. */
function nobodyElseSince(branch: Branch, place: number, by: number): boolean {
  return branch.moves.slice(place).every((move) => move.by === by || move.kind === 'compaction');
}
