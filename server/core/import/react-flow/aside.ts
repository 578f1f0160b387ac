import type { Dag } from '../../dag/document';
import type { Json, JsonObject } from '../../json/json';
import { isJsonObject } from '../../json/json';
import { objectOf } from '../objects';

/**
 * A connection of the file that no document may have [D2], as the file has it, with the entries of
 * ours that it hangs on: when one of them goes, it goes.
 */
export interface Aside {
  readonly edge: Json;
  readonly source: string | undefined;
  readonly target: string | undefined;
  /** The edge that joins the same ports. */
  readonly twin: string | undefined;
}

/** Those kept in `ext.flow.aside`, by the key they have there. */
export function readAsides(dag: Dag): ReadonlyMap<string, Aside> {
  const asides = new Map<string, Aside>();
  for (const [key, value] of Object.entries(objectOf(objectOf(dag.ext.flow).aside))) {
    const { edge = null, source, target, twin } = objectOf(value);
    asides.set(key, { edge, source: idOf(source), target: idOf(target), twin: idOf(twin) });
  }
  return asides;
}

export function writeAside({ edge, source, target, twin }: Aside): JsonObject {
  return {
    edge,
    ...(source !== undefined && { source }),
    ...(target !== undefined && { target }),
    ...(twin !== undefined && { twin }),
  };
}

/** What the file says of it now; undefined when what it hung on is gone. */
export function asideInFile(
  { edge, source, target, twin }: Aside,
  dag: Dag,
  idInFile: (node: string) => Json | undefined,
): Json | undefined {
  const isGone = (id: string | undefined): boolean =>
    id !== undefined && !Object.hasOwn(dag.nodes, id);
  if (isGone(source) || isGone(target)) return undefined;
  if (twin !== undefined && !Object.hasOwn(dag.edges, twin)) return undefined;
  if (!isJsonObject(edge)) return edge;
  const ends: Record<string, Json> = {};
  for (const [field, id] of [
    ['source', source],
    ['target', target],
  ] as const) {
    const now = id === undefined ? undefined : idInFile(id);
    if (now !== undefined) ends[field] = now;
  }
  return { ...edge, ...ends };
}

function idOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
