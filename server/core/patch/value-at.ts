import type { Dag } from '../dag/document';
import type { Json } from '../json/json';
import type { Op } from './ops';
import { child } from './place';
import { parsePointer } from './pointer';

/** What stands at a pointer; undefined when nothing does. */
export function valueAt(dag: Dag, pointer: string): Json | undefined {
  let value: Json | undefined = dag as unknown as Json;
  for (const segment of parsePointer(pointer)) value = child(value, segment);
  return value;
}

/** Ops, at most one, after which `value` stands at the pointer; undefined takes it away. */
export function putOps(dag: Dag, pointer: string, value: Json | undefined): Op[] {
  const present = valueAt(dag, pointer) !== undefined;
  if (value !== undefined) return [{ op: present ? 'replace' : 'add', path: pointer, value }];
  return present ? [{ op: 'remove', path: pointer }] : [];
}
