import { ImportError } from '../../errors';
import type { Json, JsonObject } from '../../json/json';
import { isJsonObject } from '../../json/json';

export interface ForeignFlow {
  readonly nodes: readonly JsonObject[];
  /** Undefined when the file has none. */
  readonly edges: readonly Json[] | undefined;
  /** All other members of the file, the viewport among them. */
  readonly rest: JsonObject;
}

/** Types of React Flow that we have no word for keep their name behind this. */
export const KEPT_PREFIX = 'flow.';

/** Behind this our types travel through React Flow. */
export const OWN_PREFIX = 'stemma.';

/** The frame of a React Flow file, or in words why it is none. */
export function readFlow(source: JsonObject): ForeignFlow {
  const { nodes, edges, ...rest } = source;
  if (!Array.isArray(nodes)) {
    throw new ImportError('The file has no list of nodes, so it is no React Flow document.');
  }
  if (edges !== undefined && !Array.isArray(edges)) {
    throw new ImportError('The edges of the file are no list.');
  }
  return { nodes: nodes.map(readForeignNode), edges, rest };
}

function readForeignNode(node: Json, index: number): JsonObject {
  if (isJsonObject(node)) return node;
  throw new ImportError(`Node ${index + 1} of the file is no JSON object.`, { index });
}

/** What connections and parents find a node by; undefined when they cannot. */
export function idKey(id: Json | undefined): string | undefined {
  return typeof id === 'string' || typeof id === 'number' ? JSON.stringify(id) : undefined;
}
