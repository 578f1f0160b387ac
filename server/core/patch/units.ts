import { type Dag, isCollection } from '../dag/document';
import { isJsonObject, type Json } from '../json/json';
import type { Op } from './ops';
import { formatPointer, parsePointer } from './pointer';

/** [P6] What a patch writes and reads, as pointers. */
export interface Units {
  readonly writes: readonly string[];
  /** Values that must not differ: operands of `test`, `copy` and `move`. */
  readonly reads: readonly string[];
  /** Entries that must go on existing: the two nodes of a new edge. */
  readonly needs: readonly string[];
}

/** [P6] The conflict units of ops judged against the document they were made for. */
export function unitsOf(dag: Dag, ops: readonly Op[]): Units {
  const writes = new Set<string>();
  const reads = new Set<string>();
  const needs = new Set<string>();
  for (const op of ops) {
    if (op.op === 'test') {
      reads.add(unitOf(dag, op.path));
      continue;
    }
    writes.add(unitOf(dag, op.path));
    if (op.op === 'copy' || op.op === 'move') reads.add(unitOf(dag, op.from));
    if (op.op === 'move') writes.add(unitOf(dag, op.from));
    if (op.op === 'add') for (const node of endsOf(op.path, op.value)) needs.add(`/nodes/${node}`);
  }
  return { writes: [...writes], reads: [...reads], needs: [...needs] };
}

/** The pointer, cut at the first array on its way: an array is one value. */
export function unitOf(dag: Dag, pointer: string): string {
  const segments = parsePointer(pointer);
  let value: Json | undefined = dag as unknown as Json;
  for (const [index, segment] of segments.entries()) {
    if (Array.isArray(value)) return formatPointer(segments.slice(0, index));
    value = isJsonObject(value) && Object.hasOwn(value, segment) ? value[segment] : undefined;
  }
  return formatPointer(segments);
}

function endsOf(path: string, value: Json): string[] {
  const [collection, , field] = parsePointer(path);
  if (!isCollection(collection) || collection !== 'edges' || field !== undefined) return [];
  if (!isJsonObject(value)) return [];
  return [value.source, value.target].filter((end) => typeof end === 'string');
}
