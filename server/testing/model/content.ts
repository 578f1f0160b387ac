import { type Dag, type DagEdge, type DagNode, emptyDag } from '@core/dag/document';
import type { Json } from '@core/json/json';

/** What the model knows of a node or a connection: each field with its value as JSON text. */
export type Entry = Readonly<Record<string, string>>;

/** A document as the model sees it, by pointer of the entry: `/nodes/a`, `/edges/e`. */
export type Content = Readonly<Record<string, Entry>>;

/** A value as the model keeps it. */
export const text = (value: Json) => JSON.stringify(value);

export const nodeAt = (id: string) => `/nodes/${id}`;
export const edgeAt = (id: string) => `/edges/${id}`;
export const isEdge = (at: string) => at.startsWith('/edges/');

/** Where a connection ends, as pointers of nodes. */
export function endsOf(edge: Entry): [source: string, target: string] {
  const end = (field: string) => nodeAt(JSON.parse(edge[field] ?? '""') as string);
  return [end('source'), end('target')];
}

export function edgesIn(content: Content): [at: string, edge: Entry][] {
  return Object.entries(content).filter(([at]) => isEdge(at));
}

/** The whole document that the store should have for this. */
export function toDag(content: Content): Dag {
  const dag = emptyDag() as {
    nodes: Record<string, DagNode>;
    edges: Record<string, DagEdge>;
  } & Dag;
  for (const [at, entry] of Object.entries(content)) {
    const id = at.split('/')[2] ?? '';
    if (isEdge(at)) dag.edges[id] = plain(Object.entries(entry)) as unknown as DagEdge;
    else dag.nodes[id] = nodeOf(entry);
  }
  return dag;
}

function nodeOf(entry: Entry) {
  const config = Object.entries(entry).filter(([field]) => field.startsWith('config/'));
  const others = Object.entries(entry).filter(([field]) => !field.startsWith('config/'));
  return {
    type: 'noop',
    ...plain(others),
    config: plain(config.map(([field, value]) => [field.slice('config/'.length), value])),
  };
}

function plain(fields: [string, string][]): Record<string, Json> {
  return Object.fromEntries(fields.map(([field, value]) => [field, JSON.parse(value) as Json]));
}

export function sameEntry(a: Entry | undefined, b: Entry | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  const fields = Object.keys(a);
  return fields.length === Object.keys(b).length && fields.every((field) => a[field] === b[field]);
}

export function sameContent(a: Content, b: Content): boolean {
  return Object.keys({ ...a, ...b }).every((at) => sameEntry(a[at], b[at]));
}

/** Whether it may be stored: connections end at two nodes, each pair once, and close no loop. */
export function isSound(content: Content): boolean {
  const ends = edgesIn(content).map(([, edge]) => endsOf(edge));
  const seen = new Set(ends.map(([source, target]) => `${source} ${target}`));
  return (
    seen.size === ends.length &&
    ends.every(([source, target]) => source in content && target in content) &&
    !hasLoop(ends)
  );
}

/** Takes away connections that nothing leads into until only loops are left. */
export function hasLoop(ends: readonly (readonly [string, string])[]): boolean {
  const targets = new Set(ends.map(([, target]) => target));
  const rest = ends.filter(([source]) => targets.has(source));
  return rest.length === ends.length ? rest.length > 0 : hasLoop(rest);
}
