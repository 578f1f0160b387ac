import { digestDag } from '@core/dag/digest';
import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '../../server/api/root';
import type { Calls } from '../../server/testing/history/calls';
import type { Answer } from '../../server/testing/history/operation';

type Outputs = inferRouterOutputs<AppRouter>;

const PATIENCE_MS = 30_000;

/** The product's API over HTTP, with a bearer token, as any machine would call it. */
export function apiCalls(url: string, token: string): Calls {
  const call = <T>(procedure: string, input: object) => post<T>({ url, token, procedure, input });
  const move = (procedure: string, branch: string, step: object) =>
    answered(async () => {
      const { tag } = await call<Outputs['merge']['commit']>(procedure, { tagId: branch, ...step });
      return { status: 'stored', seq: tag.seq, version: tag.target, rebased: false };
    });
  return {
    append: ({ branch, ...edit }) =>
      answered(async () => {
        const input = { tagId: branch, ...edit };
        const result = await call<Outputs['patch']['append']>('patch.append', input);
        if (!('tag' in result)) return { status: 'refused', reason: result.status };
        const { seq, target } = result.tag;
        const rebased = result.status === 'rebased';
        return { status: 'stored', seq, version: target, rebased };
      }),
    undo: ({ branch, ...step }) => move('tag.undo', branch, step),
    redo: ({ branch, ...step }) => move('tag.redo', branch, step),
    merge: ({ branch, ...step }) => move('merge.commit', branch, step),
    restore: ({ branch, ...step }) => move('tag.restore', branch, step),
    reset: ({ branch, ...step }) => move('tag.reset', branch, step),
    compact: ({ branch, head, opId }) =>
      answered(async () => {
        const input = { headId: head, moveTagId: branch, opId };
        const result = await call<Outputs['compaction']['compact']>('compaction.compact', input);
        if (!result.tagMoved) return { status: 'refused', reason: 'unmoved' };
        return { status: 'stored', version: result.versionId, rebased: false };
      }),
    head: async (branch) => {
      const shown = await call<Outputs['version']['get']>('version.get', { tagId: branch });
      const { versionHash } = digestDag(shown.document as never);
      return [{ seq: shown.tag!.seq, version: shown.tag!.target, documentHash: versionHash }];
    },
    moves: async (branch) => {
      const input = { tagId: branch, limit: 100 };
      const { items } = await call<Outputs['tag']['moves']>('tag.moves', input);
      return items.map(({ seq, to }) => ({ seq, version: to })).reverse();
    },
  };
}

/** What the product said, with its code; everything else that goes wrong is no answer. */
class RefusedError extends Error {}

interface Request {
  readonly url: string;
  readonly token: string;
  readonly procedure: string;
  readonly input: object;
}

async function post<T>({ url, token, procedure, input }: Request): Promise<T> {
  const response = await fetch(`${url}/api/trpc/${procedure}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(input),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const { result, error } = (await response.json()) as {
    result?: { data: T };
    error?: { data: { code: string } };
  };
  if (response.ok && result !== undefined) return result.data;
  const code = error?.data.code ?? `status ${response.status}`;
  throw response.status < 500 ? new RefusedError(code) : new Error(code);
}

async function answered(call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof RefusedError) return { status: 'refused', reason: error.message };
    return { status: 'lost', reason: reasonOf(error) };
  }
}

/** What lies under fetch's “fetch failed”. */
function reasonOf(error: unknown): string {
  const { cause } = error as Error;
  if (cause instanceof Error && 'code' in cause) return String(cause.code);
  return error instanceof Error ? error.message : String(error);
}
