import { OpIdReusedError } from '@core/errors';

/**
 * Somebody else committed between this transaction's reading and its writing; nothing was stored.
 * It carries the state of a serialization failure, so that `inProject` runs the work again.
 */
export class RacedError extends Error {
  readonly code = '40001';

  constructor(what: string) {
    super(`${what} changed meanwhile.`);
    this.name = 'RacedError';
  }
}

/** Whether the database refused a row because of this unique constraint. */
export function isTaken(error: unknown, constraint: string): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    error.code === '23505' &&
    'constraint' in error &&
    error.constraint === constraint
  );
}

const OP_ID_KEYS = [
  'tag_move_project_id_actor_id_op_id_key',
  'audit_project_id_actor_id_op_id_key',
] as const;

/**
 * [V4] What to throw when a row with an op_id was refused: somebody was first with the same verb, and
 * the next attempt finds their record; or it was another verb, which is never the same request.
 */
export function opIdError(error: unknown, opId: string | undefined): unknown {
  if (OP_ID_KEYS.some((key) => isTaken(error, key))) return new RacedError('This op_id');
  if (opId !== undefined && isTaken(error, 'op_id_once')) return new OpIdReusedError(opId);
  return error;
}
