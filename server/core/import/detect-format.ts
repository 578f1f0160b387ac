import { isJsonObject } from '../json/json';
import type { Json, JsonObject } from '../json/json';

export type DetectedFormat = 'n8n' | 'stemma' | 'react-flow' | 'unknown';

const DETECT_FROM = 20;

/** What a parsed file looks like; `unknown` when nothing here can read it. */
export function detectFormat(source: unknown): DetectedFormat {
  if (!isJsonObject(source)) return 'unknown';
  const { nodes, edges, connections, schema } = source;
  if (isJsonObject(nodes)) return 'stemma';
  if (!Array.isArray(nodes)) return 'unknown';
  const sample = nodes.slice(0, DETECT_FROM).filter(isJsonObject);
  if (connections !== undefined || sample.some(looksLikeN8n)) return 'n8n';
  if (schema !== undefined) return 'stemma';
  if (looksLikeReactFlow(source)) return 'react-flow';
  return Array.isArray(edges) || isJsonObject(edges) || nodes.length === 0 ? 'stemma' : 'unknown';
}

function looksLikeN8n(node: JsonObject): boolean {
  return (
    isJsonObject(node.parameters) || (Array.isArray(node.position) && typeof node.name === 'string')
  );
}

function looksLikeReactFlow({ nodes, edges, viewport }: JsonObject): boolean {
  if (isJsonObject(viewport)) return true;
  const hasData = objectsIn(nodes).some(({ data }) => isJsonObject(data));
  return hasData || objectsIn(edges).some((edge) => 'sourceHandle' in edge);
}

function objectsIn(list: Json | undefined): readonly JsonObject[] {
  return Array.isArray(list) ? list.filter(isJsonObject) : [];
}
