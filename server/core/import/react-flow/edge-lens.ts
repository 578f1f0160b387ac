import type { DagEdge } from '../../dag/document';
import type { Json, JsonObject } from '../../json/json';
import { omit } from '../objects';
import { keptOf } from './kept';
import type { Read } from './lens';

interface Ports {
  readonly sourcePort?: string;
  readonly targetPort?: string;
}

const HANDLES = [
  ['sourcePort', 'sourceHandle'],
  ['targetPort', 'targetHandle'],
] as const;

type EndTexts = Readonly<Record<'source' | 'target' | 'from' | 'to', string>>;

/** How tools make the ids of edges from their ends; such an id is not stored, but made again. */
const ID_FORMS: ReadonlyMap<string, (ends: EndTexts) => string> = new Map([
  ['flowise', ({ source, from, target, to }) => `${source}-${from}-${target}-${to}`],
  [
    'reactflow',
    ({ source, from, target, to }) => `reactflow__edge-${source}${from}-${target}${to}`,
  ],
  ['xyflow', ({ source, from, target, to }) => `xy-edge__${source}${from}-${target}${to}`],
]);

/** An edge of the file between two of our nodes; handles are ports. */
export function readEdge(
  foreign: JsonObject,
  ends: Pick<DagEdge, 'source' | 'target'>,
): Read<DagEdge> {
  const ports: { sourcePort?: string; targetPort?: string } = {};
  const said: string[] = ['id', 'source', 'target'];
  for (const [port, handle] of HANDLES) {
    const value = foreign[handle];
    if (typeof value !== 'string' || value === '') continue;
    ports[port] = value;
    said.push(handle);
  }
  const made = endTexts({ source: foreign.source ?? null, target: foreign.target ?? null }, ports);
  const maker = [...ID_FORMS].find(([, make]) => make(made) === foreign.id)?.[0];
  const form: JsonObject = maker === undefined ? {} : { id: maker };
  return { entry: { ...ends, ...ports }, kept: { fields: omit(foreign, said), data: {}, form } };
}

/** The ends of an edge, by the ids that its nodes have in the file. */
export interface EdgeInFile {
  readonly source: Json;
  readonly target: Json;
}

/** The id the edge had, made again from its ends of now where it was made so; undefined for none. */
export function edgeIdInFile(edge: DagEdge, id: string, ends: EdgeInFile): Json | undefined {
  const kept = keptOf(edge);
  const maker = typeof kept.form.id === 'string' ? ID_FORMS.get(kept.form.id) : undefined;
  if (maker !== undefined) return maker(endTexts(ends, edge));
  if (kept.form.noId === true) return undefined;
  return kept.id === undefined ? id : kept.id;
}

export function writeEdge(
  edge: DagEdge,
  { id, source, target }: EdgeInFile & { readonly id: Json | undefined },
): JsonObject {
  const { fields } = keptOf(edge);
  const handles: Record<string, string> = {};
  for (const [port, handle] of HANDLES) {
    const value = edge[port];
    if (value !== undefined) handles[handle] = value;
  }
  return { ...fields, ...(id !== undefined && { id }), source, target, ...handles };
}

function endTexts({ source, target }: EdgeInFile, ports: Ports): EndTexts {
  return {
    source: textOf(source),
    target: textOf(target),
    from: ports.sourcePort ?? '',
    to: ports.targetPort ?? '',
  };
}

function textOf(end: Json): string {
  return typeof end === 'string' || typeof end === 'number' ? String(end) : '';
}
