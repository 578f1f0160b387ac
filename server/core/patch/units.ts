import type { Dag } from '../dag/document';
import { isJsonObject, type Json } from '../json/json';
import { isOneValue } from './one-value';
import type { Op } from './ops';
import { child } from './place';
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
    for (const node of needsOf(op)) needs.add(node);
  }
  return { writes: [...writes], reads: [...reads], needs: [...needs] };
}

/** The pointer, cut at the first array, place or size on its way: each is one value. */
export function unitOf(dag: Dag, pointer: string): string {
  const segments = parsePointer(pointer);
  let value: Json | undefined = dag as unknown as Json;
  for (const [index, segment] of segments.entries()) {
    const above = segments.slice(0, index);
    if (Array.isArray(value) || isOneValue(above)) return formatPointer(above);
    value = child(value, segment);
  }
  return formatPointer(segments);
}

/** Nodes, as pointers, that a connection made or moved by this op joins. */
export function needsOf(op: Op): string[] {
  if (op.op !== 'add' && op.op !== 'replace') return [];
  const [collection, id, field, ...rest] = parsePointer(op.path);
  if (collection !== 'edges' || id === undefined || rest.length > 0) return [];
  return endsIn(op.value, field).map((node) => formatPointer(['nodes', node]));
}

function endsIn(value: Json, field: string | undefined): string[] {
  const ends: unknown[] =
    field === undefined && isJsonObject(value)
      ? [value.source, value.target]
      : [field === 'source' || field === 'target' ? value : undefined];
  return ends.filter((end) => typeof end === 'string');
}
