import type { Transaction } from 'kysely';
import { OpIdReusedError } from '@core/errors';
import type { Json } from '@core/json/json';
import type { DB } from '../db/schema/db';
import type { ProjectScope } from '../db/transaction';
import { newId } from '../db/uuid';
import { lockOpId } from './lock-op-id';
import { opIdError } from './raced-error';
import { requestHash } from './request-hash';

export interface Mutation extends ProjectScope {
  readonly opId: string;
  readonly action: string;
  /** Everything that makes this request the one it is, but the op_id. */
  readonly request: Json;
}

/** What a mutation did: the thing it did it to, and the answer a retry gets again. */
interface Outcome<T> {
  readonly subjectId: string | null;
  readonly result: T;
}

/**
 * [A5][V4] Runs a mutation that moves no existing tag and leaves its one audit row in the same
 * transaction. A retry with the same op_id gets the first answer; another request is refused.
 */
export async function audited<T>(
  trx: Transaction<DB>,
  mutation: Mutation,
  work: () => Promise<Outcome<T>>,
): Promise<T> {
  const hash = requestHash(mutation.action, mutation.request);
  const [, earlier] = await Promise.all([lockOpId(trx, mutation), findEarlier(trx, mutation)]);
  if (earlier !== undefined) {
    if (!earlier.request_hash.equals(hash)) throw new OpIdReusedError(mutation.opId);
    return earlier.result as T;
  }

  const { subjectId, result } = await work();

  try {
    await trx
      .insertInto('audit')
      .values({
        project_id: mutation.projectId,
        id: newId(),
        actor_id: mutation.userId,
        op_id: mutation.opId,
        request_hash: hash,
        action: mutation.action,
        subject_id: subjectId,
        result: JSON.stringify(result),
      })
      .execute();
  } catch (error) {
    throw opIdError(error, mutation.opId);
  }
  return result;
}

function findEarlier(trx: Transaction<DB>, mutation: Mutation) {
  return trx
    .selectFrom('audit')
    .select(['request_hash', 'result'])
    .where('project_id', '=', mutation.projectId)
    .where('actor_id', '=', mutation.userId)
    .where('op_id', '=', mutation.opId)
    .executeTakeFirst();
}
