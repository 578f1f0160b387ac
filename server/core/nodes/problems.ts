import type { Dag, DagEdge, DagNode } from '../dag/document';
import { configProblems } from './config-schema';
import { portsOf, portTypesFit, sourcePortOf, targetPortOf } from './ports';
import { findDescriptor } from './registry';

export type DagProblemKind =
  'unknown_type' | 'unknown_port' | 'port_type' | 'config' | 'feedback' | 'no_trigger';

export interface DagProblem {
  readonly kind: DagProblemKind;
  /** Errors stand in the way of running; warnings do not. */
  readonly severity: 'error' | 'warning';
  readonly nodeId?: string;
  readonly edgeId?: string;
  /** JSON pointer inside the node's configuration. */
  readonly path?: string;
  readonly message: string;
}

/**
 * [D2] What keeps a stored document from running. Problems gate run and approval, never storage.
 * What concerns a switched-off node is only a warning.
 */
export function problemsOf(dag: Dag): readonly DagProblem[] {
  const problems: DagProblem[] = [];
  for (const [nodeId, node] of Object.entries(dag.nodes))
    problems.push(...nodeProblems(nodeId, node));
  for (const [edgeId, edge] of Object.entries(dag.edges))
    problems.push(...edgeProblems(dag, edgeId, edge));
  const nodes = Object.values(dag.nodes);
  if (nodes.length > 0 && !nodes.some((node) => startsRuns(node))) {
    problems.push({
      kind: 'no_trigger',
      severity: 'warning',
      message: 'Nothing starts this workflow: add a trigger.',
    });
  }
  return problems;
}

function nodeProblems(nodeId: string, node: DagNode): DagProblem[] {
  const severity = node.disabled === true ? 'warning' : 'error';
  if (findDescriptor(node.type) === undefined) {
    const message = `“${node.type}” is no type Stemma can run. The node is kept as it is.`;
    return [{ kind: 'unknown_type', severity, nodeId, message }];
  }
  return configProblems(node).map(({ path, message }) => ({
    kind: 'config',
    severity,
    nodeId,
    path,
    message,
  }));
}

function edgeProblems(dag: Dag, edgeId: string, edge: DagEdge): DagProblem[] {
  const source = dag.nodes[edge.source];
  const target = dag.nodes[edge.target];
  if (source === undefined || target === undefined) return [];
  const problems: DagProblem[] = [];
  if (edge.feedback === true) {
    const message = 'This connection closes a loop. Loops are kept and shown, but cannot run.';
    problems.push({ kind: 'feedback', severity: 'error', edgeId, message });
  }
  const from = portsOf(source).outputs.find(({ id }) => id === sourcePortOf(edge));
  const to = portsOf(target).inputs.find(({ id }) => id === targetPortOf(edge));
  if (from === undefined && isKnown(source)) {
    problems.push(unknownPort(edgeId, `${nameOf(source)} has no output “${sourcePortOf(edge)}”.`));
  }
  if (to === undefined && isKnown(target)) {
    problems.push(unknownPort(edgeId, `${nameOf(target)} has no input “${targetPortOf(edge)}”.`));
  }
  if (from !== undefined && to !== undefined && !portTypesFit(from.type, to.type)) {
    const message = `${nameOf(target)} expects ${to.type} and ${nameOf(source)} gives ${from.type}.`;
    problems.push({ kind: 'port_type', severity: 'error', edgeId, message });
  }
  return problems;
}

function unknownPort(edgeId: string, message: string): DagProblem {
  return { kind: 'unknown_port', severity: 'error', edgeId, message };
}

function isKnown(node: DagNode): boolean {
  return findDescriptor(node.type) !== undefined;
}

function startsRuns(node: DagNode): boolean {
  return findDescriptor(node.type)?.category === 'Triggers' && node.disabled !== true;
}

function nameOf(node: DagNode): string {
  return node.name ?? node.type;
}
