import type { Dag } from '../dag/document';
import type { JsonObject } from '../json/json';
import type { RandomBytes } from './id-maker';
import type { ImportReport } from './report';

export interface ImportOptions {
  readonly random: RandomBytes;
  /** An earlier version: entries found again keep their ids, and loops their marks. */
  readonly existing?: Dag;
}

export interface Imported {
  readonly dag: Dag;
  /** Undefined when the file has none. */
  readonly name: string | undefined;
  readonly report: ImportReport;
}

/** What a file calls itself; undefined when that is no name. */
export function nameIn(source: JsonObject): string | undefined {
  const { name } = source;
  return typeof name === 'string' && name.trim() !== '' ? name : undefined;
}
