import type { Dag } from '../dag/document';
import type { RandomBytes } from './id-maker';
import type { ImportReport } from './report';

export interface ImportOptions {
  readonly random: RandomBytes;
  /** An earlier version: entries found again keep their ids, and loops their marks. */
  readonly existing?: Dag;
}

export interface Imported {
  readonly dag: Dag;
  readonly name: string;
  readonly report: ImportReport;
}

/** The name of a workflow whose file has none. */
export const UNNAMED = 'Imported workflow';
