import type { DagNode } from '../../dag/document';
import { DEFAULT_SOURCE_PORT, DEFAULT_TARGET_PORT } from '../../dag/document';
import { portsOf } from '../../nodes/ports';
import { findDescriptor } from '../../nodes/registry';

/** An end of an n8n connection: its type (`main`, `ai_tool`, …) and the index among those. */
export interface ForeignPort {
  readonly type: string;
  readonly index: number;
}

export type Side = 'inputs' | 'outputs';

const MAIN = 'main';
/** Beyond this an index is no output but a mistake, and would only make huge lists. */
const MAX_INDEX = 999;

/**
 * Our port for a foreign one. Types with ports of their own have them in n8n's order (a condition's
 * `true` is index 0); all others have `out`, `out_1` …, `in`, `in_1` …, and for connections that are
 * not `main` the name of their type. Undefined when the way back would not give the same again.
 */
export function portFrom(node: DagNode, side: Side, foreign: ForeignPort): string | undefined {
  const port = namedPort(node, side, foreign) ?? plainPort(side, foreign);
  if (port === '') return undefined;
  const back = portTo(node, side, port);
  return back.type === foreign.type && back.index === foreign.index ? port : undefined;
}

/** The foreign port for one of ours; a port that n8n has no word for becomes a connection type. */
export function portTo(node: DagNode, side: Side, port: string): ForeignPort {
  const index = namedPorts(node, side).indexOf(port);
  if (index >= 0) return { type: MAIN, index };
  const match = /^(.+)_([1-9]\d{0,3})$/.exec(port);
  const base = match?.[1] ?? port;
  const at = match?.[2] === undefined ? 0 : Number(match[2]);
  if (at > MAX_INDEX) return { type: port, index: 0 };
  return { type: base === plainBase(side) ? MAIN : base, index: at };
}

function namedPort(node: DagNode, side: Side, { type, index }: ForeignPort): string | undefined {
  return type === MAIN ? namedPorts(node, side)[index] : undefined;
}

function namedPorts(node: DagNode, side: Side): readonly string[] {
  return findDescriptor(node.type) === undefined ? [] : portsOf(node)[side].map(({ id }) => id);
}

function plainPort(side: Side, { type, index }: ForeignPort): string {
  const base = type === MAIN ? plainBase(side) : type;
  return index === 0 ? base : `${base}_${index}`;
}

function plainBase(side: Side): string {
  return side === 'outputs' ? DEFAULT_SOURCE_PORT : DEFAULT_TARGET_PORT;
}
