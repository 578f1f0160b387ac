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
