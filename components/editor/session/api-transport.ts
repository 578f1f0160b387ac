import type { AppRouter } from '@/server/api/root';
import type { TagMove } from '@/server/api/tag/schemas';
import { failureOf } from '@/components/trpc/failure';
import type { Dag } from '@core/dag/document';
import type { TRPCClient } from '@trpc/client';
import { NO_UNDO } from './session-state';
import { TransportError, type Moved, type Transport } from './transport';

/** No answer, or one that says nothing about the edit: the same call may be sent again [V4]. */
const RETRYABLE = new Set([
  'offline',
  'unavailable',
  'internal',
  'sign_in_needed',
  'too_many_attempts',
]);

/** Of so many moves the newest are looked at for who made them. */
const MOST_MOVES = 50;

interface Branch {
  readonly projectId: string;
  readonly tagId: string;
}

/** The API as an edit session of one person on one branch sees it. */
export function apiTransport(client: TRPCClient<AppRouter>, branch: Branch, me: string): Transport {
  return {
    append: ({ ops, ...request }) =>
      asked(client.patch.append.mutate({ ...branch, ...request, ops })),
    undo: ({ opId }) => asked(client.tag.undo.mutate({ ...branch, opId })).then(movedOf),
    redo: ({ opId }) => asked(client.tag.redo.mutate({ ...branch, opId })).then(movedOf),
    load: async () => {
      const { version, document, undo } = await asked(client.version.get.query(branch));
      return { head: version.id, document: document as Dag, undo: undo ?? NO_UNDO };
    },
    head: async () => (await asked(client.tag.get.query(branch))).target,
    othersSince: async (head) => {
      const input = { ...branch, limit: MOST_MOVES };
      const { items } = await asked(client.tag.moves.query(input));
      return othersIn(items, { head, me });
    },
    whose: async (versionId, pointers) => {
      const { projectId } = branch;
      const asks = pointers.map((pointer) =>
        asked(client.version.blame.query({ projectId, versionId, pointer })),
      );
      const newest = (await Promise.all(asks)).flatMap(({ lines }) => lines.slice(0, 1));
      newest.sort((a, b) => b.generation - a.generation);
      return newest[0] ?? null;
    },
  };
}

type Undone = Awaited<ReturnType<TRPCClient<AppRouter>['tag']['undo']['mutate']>>;

function movedOf({ message, skipped, version, document, undo }: Undone): Moved {
  return { message, skipped, head: version.id, document: document as Dag, undo };
}

/** Names of who else moved the branch after it came to `head`; moves are newest first. */
function othersIn(
  moves: readonly TagMove[],
  { head, me }: { head: string; me: string },
): readonly string[] {
  const before = moves.findIndex(({ to }) => to === head);
  const since = before < 0 ? moves : moves.slice(0, before);
  const others = since.filter(({ kind, actor }) => actor.id !== me && kind !== 'compaction');
  return [...new Set(others.map(({ actor }) => actor.name))];
}

async function asked<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const { code, message } = failureOf(error);
    throw new TransportError(message, { code, retryable: RETRYABLE.has(code) });
  }
}
