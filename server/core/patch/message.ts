import type { Dag, DagEdge } from '../dag/document';
import { isJsonObject } from '../json/json';
import type { Op } from './ops';
import { parsePointer } from './pointer';

/** [P3] What a patch does, in words: “Move Fetch leads”, “Connect Fetch leads → Score”. */
export function messageFromOps(before: Dag, ops: readonly Op[]): string {
  const changes = ops.filter((op) => op.op !== 'test').map((op) => changeOf(before, op));
  const [lead] = [...changes].sort((a, b) => rank(a) - rank(b));
  if (lead === undefined) return 'Check';
  const alike = changes.filter((change) => change.verb === lead.verb && change.noun === lead.noun);
  const subjects = [...new Set(alike.map((change) => change.subject))];
  const what = subjects.length > 1 ? `${subjects.length} ${lead.noun}s` : lead.subject;
  const also = changes.some(
    (change) => rank(change) <= RANKS.length && !alike.includes(change) && change.noun === 'node',
  );
  return `${lead.verb} ${what}${also ? ' and more' : ''}`.slice(0, 200);
}

interface Change {
  readonly verb: string;
  readonly noun: string;
  readonly subject: string;
}

/** Deleting a node says more than the edges that go with it. */
const RANKS = ['node', 'group', 'note', 'edge', 'setting'];

function rank(change: Change): number {
  const index = RANKS.indexOf(change.noun);
  return index < 0 ? RANKS.length : index;
}

function changeOf(dag: Dag, op: Op): Change {
  const [collection, id, field, ...rest] = parsePointer(op.path);
  switch (collection) {
    case 'nodes':
      return nodeChange(dag, op, { id: id ?? '', field, rest });
    case 'edges':
      return edgeChange(dag, op, { id: id ?? '', field });
    case 'notes':
      return entryChange(op, field, { noun: 'note', subject: 'note' });
    case 'groups': {
      const group = dag.groups[id ?? ''] ?? valueOf(op);
      return entryChange(op, field, {
        noun: 'group',
        subject: textOf(group, 'name') ?? id ?? 'group',
      });
    }
    default:
      return { verb: 'Change', noun: 'setting', subject: 'settings' };
  }
}

interface At {
  readonly id: string;
  readonly field: string | undefined;
  readonly rest?: readonly string[];
}

function nodeChange(dag: Dag, op: Op, { id, field, rest = [] }: At): Change {
  const node = dag.nodes[id] ?? valueOf(op);
  const subject = textOf(node, 'name') ?? textOf(node, 'type') ?? id;
  const noun = 'node';
  if (field === undefined) return { verb: VERBS[op.op], noun, subject };
  if (field === 'position') return { verb: 'Move', noun, subject };
  if (field === 'name' && 'value' in op && typeof op.value === 'string') {
    return { verb: 'Rename', noun, subject: `${subject} to ${op.value}` };
  }
  if (field === 'disabled')
    return { verb: 'value' in op && op.value === true ? 'Disable' : 'Enable', noun, subject };
  const name = field === 'config' && rest[0] !== undefined ? rest[0] : field;
  return { verb: 'Change', noun, subject: name === 'config' ? subject : `${name} of ${subject}` };
}

function edgeChange(dag: Dag, op: Op, { id, field }: At): Change {
  const edge = dag.edges[id] ?? (valueOf(op) as DagEdge | undefined);
  const ends =
    edge === undefined ? id : `${nodeName(dag, edge.source)} → ${nodeName(dag, edge.target)}`;
  const verb = field !== undefined ? 'Reconnect' : op.op === 'remove' ? 'Disconnect' : 'Connect';
  return { verb, noun: 'edge', subject: ends };
}

function entryChange(
  op: Op,
  field: string | undefined,
  entry: { noun: string; subject: string },
): Change {
  if (field === 'position') return { verb: 'Move', ...entry };
  return { verb: field === undefined ? VERBS[op.op] : 'Change', ...entry };
}

const VERBS: Record<Op['op'], string> = {
  add: 'Add',
  copy: 'Add',
  move: 'Move',
  remove: 'Delete',
  replace: 'Replace',
  test: 'Check',
};

function nodeName(dag: Dag, id: string): string {
  return textOf(dag.nodes[id], 'name') ?? id;
}

function valueOf(op: Op): unknown {
  return 'value' in op ? op.value : undefined;
}

function textOf(entry: unknown, key: string): string | undefined {
  if (!isJsonObject(entry)) return undefined;
  const text = entry[key];
  return typeof text === 'string' && text !== '' ? text : undefined;
}
