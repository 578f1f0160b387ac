import type { Dag, DagEdge } from '../dag/document';
import { nodeLabel, textOf } from '../dag/entry-label';
import type { Op } from './ops';
import { parsePointer } from './pointer';

/** What one op of a comparison does, in the words of the canvas. */
export interface Change {
  readonly verb: Verb;
  readonly noun: 'node' | 'group' | 'note' | 'connection' | 'setting';
  readonly entry: string;
  readonly name: string;
  /** Which field was changed, what it is called now, or where it was moved to. */
  readonly detail?: string | undefined;
}

export type Verb =
  | 'Add'
  | 'Delete'
  | 'Change'
  | 'Rename'
  | 'Enable'
  | 'Disable'
  | 'Connect'
  | 'Disconnect'
  | 'Reconnect'
  | 'Move'
  | 'Resize'
  | 'Collapse'
  | 'Expand';

export interface Sides {
  readonly before: Dag;
  readonly after: Dag;
}

export function changeOf(sides: Sides, op: Op): Change {
  const [collection, id = '', field, ...rest] = parsePointer(op.path);
  const entry = `/${collection ?? ''}/${id}`;
  switch (collection) {
    case 'nodes':
      return { noun: 'node', entry, ...nodeWords(sides, { op, id, field, rest }) };
    case 'edges':
      return { noun: 'connection', entry, ...edgeWords(sides, { op, id, field, rest }) };
    case 'groups':
      return { noun: 'group', entry, ...groupWords(sides, { op, id, field, rest }) };
    case 'notes':
      return { noun: 'note', entry, ...boxWords({ op, id, field, rest }, 'note') };
    default:
      return { verb: 'Change', noun: 'setting', entry, name: settingName(collection, id) };
  }
}

interface At {
  readonly op: Op;
  readonly id: string;
  readonly field: string | undefined;
  readonly rest: readonly string[];
}

type Words = Pick<Change, 'verb' | 'name' | 'detail'>;

const FIELDS: Readonly<Record<string, string>> = {
  v: 'type version',
  retry: 'retries',
  timeoutMs: 'timeout',
  color: 'colour',
  ext: 'extra data',
};

function nodeWords({ before, after }: Sides, { op, id, field, rest }: At): Words {
  const node = before.nodes[id] ?? after.nodes[id];
  const name = nodeName({ before, after }, id);
  switch (field) {
    case undefined:
      return { verb: entryVerb(op), name };
    case 'position':
      return { verb: 'Move', name };
    case 'group':
      return { verb: 'Move', name, detail: groupDetail({ before, after }, id) };
    case 'name':
      return { verb: 'Rename', name, detail: after.nodes[id]?.name ?? node?.type };
    case 'disabled':
      return { verb: after.nodes[id]?.disabled === true ? 'Disable' : 'Enable', name };
    case 'config':
      return { verb: 'Change', name, detail: rest[0] ?? 'configuration' };
    default:
      return { verb: 'Change', name, detail: fieldName(field) };
  }
}

function groupDetail({ before, after }: Sides, id: string): string {
  const into = after.nodes[id]?.group;
  const group = into ?? before.nodes[id]?.group ?? '';
  const name = textOf(after.groups[group] ?? before.groups[group], 'name') ?? 'a group';
  return `${into === undefined ? 'out of' : 'into'} ${name}`;
}

function edgeWords({ before, after }: Sides, { op, id, field }: At): Words {
  const edge: DagEdge | undefined = after.edges[id] ?? before.edges[id];
  const names = [edge?.source ?? '', edge?.target ?? ''].map((end) =>
    nodeName({ before, after }, end),
  );
  const name = names.join(' → ');
  if (field === undefined) return { verb: op.op === 'remove' ? 'Disconnect' : 'Connect', name };
  const joins = field !== 'ext' && field !== 'feedback';
  return joins ? { verb: 'Reconnect', name } : { verb: 'Change', name, detail: fieldName(field) };
}

function groupWords({ before, after }: Sides, at: At): Words {
  const called = textOf(before.groups[at.id], 'name') ?? textOf(after.groups[at.id], 'name');
  const name = called === undefined ? 'group' : `group ${called}`;
  if (at.field === 'name') {
    return { verb: 'Rename', name, detail: after.groups[at.id]?.name ?? 'nothing' };
  }
  if (at.field === 'collapsed') {
    return { verb: after.groups[at.id]?.collapsed === true ? 'Collapse' : 'Expand', name };
  }
  return boxWords(at, name);
}

/** What notes and groups have in common: a place and a size on the canvas. */
function boxWords({ op, field }: At, name: string): Words {
  if (field === undefined) return { verb: entryVerb(op), name };
  if (field === 'position') return { verb: 'Move', name };
  if (field === 'size') return { verb: 'Resize', name };
  return { verb: 'Change', name, detail: field === 'text' ? undefined : fieldName(field) };
}

function entryVerb(op: Op): Verb {
  return op.op === 'remove' ? 'Delete' : 'Add';
}

function fieldName(field: string): string {
  return (Object.hasOwn(FIELDS, field) ? FIELDS[field] : undefined) ?? field;
}

function settingName(collection: string | undefined, part: string): string {
  if (collection === 'settings' && part === 'run') return 'run settings';
  return collection === 'settings' ? 'display settings' : 'extra data';
}

/** Its name, as it was before it was renamed; the type of one that has none. */
function nodeName({ before, after }: Sides, id: string): string {
  return nodeLabel(before.nodes[id] ?? after.nodes[id], id);
}
