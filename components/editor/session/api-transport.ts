import type { AppRouter } from '@/server/api/root';
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

interface Branch {
  readonly projectId: string;
  readonly tagId: string;
}

/** The API as an edit session on one branch sees it. */
export function apiTransport(client: TRPCClient<AppRouter>, branch: Branch): Transport {
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
  };
}

type Undone = Awaited<ReturnType<TRPCClient<AppRouter>['tag']['undo']['mutate']>>;

function movedOf({ message, version, document, undo }: Undone): Moved {
  return { message, head: version.id, document: document as Dag, undo };
}

async function asked<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const { code, message } = failureOf(error);
    throw new TransportError(message, { code, retryable: RETRYABLE.has(code) });
  }
}
