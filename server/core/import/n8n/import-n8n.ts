import type { Dag, DagEdge, DagNode, DagNote } from '../../dag/document';
import { emptyDag } from '../../dag/document';
import { endsKey } from '../../dag/logic';
import type { Json } from '../../json/json';
import { feedbackEdges } from '../feedback';
import type { RandomBytes } from '../id-maker';
import { IdMaker } from '../id-maker';
import { assertImportable } from '../importable';
import type { Imported, ImportOptions } from '../imported';
import { nameIn } from '../imported';
import { edgeIndex, edgeName } from '../matching';
import { reportN8n } from './report-n8n';
import type { ForeignNode } from './foreign';
import { STICKY_NOTE, readWorkflow } from './foreign';
import { objectOf } from '../objects';
import { ORIGIN, toAbsolute, toRelative } from '../place';
import type { Links } from './links';
import { readLinks } from './links';
import { matchEntries } from './matching';
import { readNode } from './node-lens';
import { keepNotePlace, readNote } from './note-lens';
import { isAt } from './position';
import { type Scale, scaleOf, writeScale } from './scale';
import type { TranslationContext } from './translate';

/**
 * [D3][D6] An n8n workflow as a document that keeps every foreign field, so that `exportN8n` gives
 * back an equal file. The file is the whole truth: what it does not contain is not in the result.
 */
export function importN8n(source: unknown, options: ImportOptions): Imported {
  assertImportable(source);
  const workflow = readWorkflow(source);
  const { existing, random } = options;
  const context = contextOf(workflow.rest);
  const ids = assignIds(workflow.nodes, { existing, maker: newMaker(random, existing) });
  const scale = scaleOf(existing);
  const { nodes, notes } = readEntries(workflow.nodes, {
    ids: ids.entries,
    context,
    scale,
    existing,
  });

  const names = Object.entries(nodes).map(([id, node]): [string, string] => [node.name ?? id, id]);
  const known = edgeIndex(existing);
  const links = readLinks(workflow.connections ?? {}, {
    nodes,
    byName: new Map(names),
    edgeId: (edge) =>
      takeKnown(ids.maker, known.get(endsKey(edge))) ?? ids.maker.make(edgeName(edge, nodes)),
  });

  const n8n: Record<string, Json> = {
    document: workflow.rest,
    order: ids.entries,
    scale: writeScale(scale),
  };
  if (workflow.connections !== undefined) n8n.connections = links.dangling;
  const dag: Dag = {
    ...(existing ?? emptyDag()),
    nodes: withSkeletons(nodes, links),
    edges: markLoops({ nodes: Object.keys(nodes), links, existing }),
    notes,
    ext: { ...existing?.ext, n8n },
  };
  return {
    dag,
    name: nameIn(workflow.rest),
    report: reportN8n({ dag, workflow, links, matched: ids.matched }),
  };
}

export function contextOf(rest: Json | undefined): TranslationContext {
  const { timezone } = objectOf(objectOf(rest).settings);
  return { timezone: typeof timezone === 'string' && timezone !== 'DEFAULT' ? timezone : 'UTC' };
}

interface IdArgs {
  readonly existing: Dag | undefined;
  readonly maker: IdMaker;
}

function newMaker(random: RandomBytes, existing: Dag | undefined): IdMaker {
  return new IdMaker(random, Object.keys(existing?.groups ?? {}));
}

function assignIds(foreign: readonly ForeignNode[], { existing, maker }: IdArgs) {
  const matches = matchEntries(foreign, existing);
  for (const id of matches) if (id !== undefined) maker.take(id);
  const entries = foreign.map((node, i) => matches[i] ?? maker.make(node.name));
  return { entries, maker, matched: matches.filter((id) => id !== undefined).length };
}

interface EntryArgs {
  readonly ids: readonly string[];
  readonly context: TranslationContext;
  readonly scale: Scale;
  readonly existing: Dag | undefined;
}

function readEntries(foreign: readonly ForeignNode[], { ids, existing, ...read }: EntryArgs) {
  const { scale } = read;
  const nodes: Record<string, DagNode> = {};
  const notes: Record<string, DagNote> = {};
  for (const [i, node] of foreign.entries()) {
    const id = ids[i];
    if (id === undefined) continue;
    if (node.type === STICKY_NOTE) {
      const before = existing?.notes[id];
      const note = readNote(node, scale);
      notes[id] = before ? keepNotePlace(note, { before, foreign: node, scale }) : note;
    } else {
      nodes[id] = keepOurs(readNode(node, read), { existing, id, foreign: node, scale });
    }
  }
  return { nodes, notes };
}

interface KeepArgs {
  readonly existing: Dag | undefined;
  readonly id: string;
  readonly foreign: ForeignNode;
  readonly scale: Scale;
}

/** What n8n has no word for stays as it was: the group, the time limit, what other tools left. */
function keepOurs(node: DagNode, { existing, id, foreign, scale }: KeepArgs): DagNode {
  const before = existing?.nodes[id];
  if (before === undefined) return node;
  const group = before.group === undefined ? undefined : existing?.groups[before.group];
  const place = { position: toAbsolute(before.position, group?.position), scale };
  const stays = before.position !== undefined && isAt(foreign.position, before, place);
  return {
    ...node,
    position: stays ? before.position : toRelative(node.position ?? ORIGIN, group?.position),
    ...(group !== undefined && before.group !== undefined && { group: before.group }),
    ...(before.timeoutMs !== undefined && { timeoutMs: before.timeoutMs }),
    ext: { ...before.ext, ...node.ext },
  };
}

function withSkeletons(nodes: Record<string, DagNode>, links: Links): Record<string, DagNode> {
  const result = { ...nodes };
  for (const [id, connections] of links.skeletons) {
    const node = nodes[id];
    if (node !== undefined)
      result[id] = { ...node, ext: { n8n: { ...objectOf(node.ext?.n8n), connections } } };
  }
  return result;
}

interface LoopArgs {
  readonly nodes: readonly string[];
  readonly links: Links;
  readonly existing: Dag | undefined;
}

function markLoops({ nodes, links, existing }: LoopArgs): Record<string, DagEdge> {
  const edges = [...links.edges];
  const earlier = edges.filter(([id]) => existing?.edges[id]?.feedback === true).map(([id]) => id);
  const marked = feedbackEdges({ nodes, edges, earlier: new Set(earlier) });
  return Object.fromEntries(
    edges.map(([id, edge]) => [id, marked.has(id) ? { ...edge, feedback: true } : edge]),
  );
}

function takeKnown(maker: IdMaker, id: string | undefined): string | undefined {
  return id !== undefined && maker.take(id) ? id : undefined;
}
