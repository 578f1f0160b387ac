import type { Compilable, CompiledQuery, RawBuilder, Transaction } from 'kysely';
import type { DB } from './schema/db';

/** Stands in a query for a value that is known only when it runs. */
class Slot {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

type Build<P, R> = (trx: Transaction<DB>, params: P) => Compilable<R> | RawBuilder<R>;

/**
 * A query of the hot path, compiled on its first use: from then on it costs no more than its
 * parameters. `build` sees placeholders, so it must use every parameter as a bound value and decide
 * nothing by them.
 */
export function prepared<P extends object, R>(
  build: Build<P, R>,
): (trx: Transaction<DB>, params: P) => CompiledQuery<R> {
  const slots = new Proxy({}, { get: (_, name) => new Slot(String(name)) }) as P;
  let compiled: CompiledQuery<R> | undefined;
  return (trx, params) => {
    compiled ??= build(trx, slots).compile(trx);
    const { parameters, ...query } = compiled;
    return { ...query, parameters: parameters.map((value) => bound(value, params)) };
  };
}

function bound(value: unknown, params: object): unknown {
  return value instanceof Slot ? (params as Record<string, unknown>)[value.name] : value;
}
