import { ImportError } from '../../errors';
import type { Json, JsonObject } from '../../json/json';
import { isJsonObject } from '../../json/json';

/** A node of n8n's format: what we rely on is checked, everything else is kept as it comes. */
export interface ForeignNode extends JsonObject {
  readonly name: string;
  readonly type: string;
}

export interface ForeignWorkflow {
  readonly nodes: readonly ForeignNode[];
  /** By name of the source node; undefined when the file has none. */
  readonly connections: JsonObject | undefined;
  /** All other fields of the file. */
  readonly rest: JsonObject;
}

export const STICKY_NOTE = 'n8n-nodes-base.stickyNote';

/** Our types are at most 200 long, and this one gets a prefix. */
const MAX_TYPE = 190;

/** Reads the frame of an n8n file, or says in words why it is none. */
export function readWorkflow(source: JsonObject): ForeignWorkflow {
  const { nodes, connections, ...rest } = source;
  if (!Array.isArray(nodes)) {
    throw new ImportError('The file has no list of nodes, so it is no n8n workflow.');
  }
  if (connections !== undefined && !isJsonObject(connections)) {
    throw new ImportError('The connections of the file are no JSON object.');
  }
  return { nodes: nodes.map((node: Json, i) => readForeignNode(node, i)), connections, rest };
}

function readForeignNode(node: Json, index: number): ForeignNode {
  const where = `Node ${index + 1} of the file`;
  if (!isJsonObject(node)) throw new ImportError(`${where} is no JSON object.`, { index });
  const { name, type } = node;
  if (typeof name !== 'string' || name === '')
    throw new ImportError(`${where} has no name.`, { index });
  if (typeof type !== 'string' || type === '') {
    throw new ImportError(`${where}, “${name.slice(0, 80)}”, has no type.`, { index });
  }
  if (type.length > MAX_TYPE)
    throw new ImportError(`${where} has a type that is too long.`, { index });
  return { ...node, name, type };
}
