import type { Dag, DagEdge, DagNode } from '../dag/document';
import { DEFAULT_SOURCE_PORT, DEFAULT_TARGET_PORT } from '../dag/document';
import type { Port, PortType } from './descriptor';
import { findDescriptor } from './registry';

export interface NodePorts {
  readonly inputs: readonly Port[];
  readonly outputs: readonly Port[];
}

const UNKNOWN_PORTS: NodePorts = {
  inputs: [{ id: DEFAULT_TARGET_PORT, title: 'Input', type: 'any' }],
  outputs: [{ id: DEFAULT_SOURCE_PORT, title: 'Output', type: 'any' }],
};

/** The ports of a node as configured. A node of an unknown type has `in` and `out`, and may use any. */
export function portsOf(node: DagNode): NodePorts {
  const descriptor = findDescriptor(node.type);
  if (descriptor === undefined) return UNKNOWN_PORTS;
  const config = node.config ?? {};
  return { inputs: descriptor.inputs(config), outputs: descriptor.outputs(config) };
}

/**
 * The ports of every node as the canvas draws them: those of the type, and for connections to any
 * other port one of type `any`, so that each connection has an end to be drawn at.
 */
export function drawnPorts(dag: Dag): ReadonlyMap<string, NodePorts> {
  const ports = new Map<string, NodePorts>();
  for (const [id, node] of Object.entries(dag.nodes)) ports.set(id, portsOf(node));
  for (const edge of Object.values(dag.edges)) {
    addPort(ports, { nodeId: edge.source, side: 'outputs', port: sourcePortOf(edge) });
    addPort(ports, { nodeId: edge.target, side: 'inputs', port: targetPortOf(edge) });
  }
  return ports;
}

export function sourcePortOf(edge: DagEdge): string {
  return edge.sourcePort ?? DEFAULT_SOURCE_PORT;
}

export function targetPortOf(edge: DagEdge): string {
  return edge.targetPort ?? DEFAULT_TARGET_PORT;
}

/** Whether what leaves one port may enter the other; JSON may turn out to be a list. */
export function portTypesFit(from: PortType, to: PortType): boolean {
  if (from === 'any' || to === 'any' || from === to) return true;
  return from !== 'file' && to !== 'file';
}

function addPort(
  ports: Map<string, NodePorts>,
  end: { nodeId: string; side: keyof NodePorts; port: string },
): void {
  const known = ports.get(end.nodeId);
  if (known === undefined || known[end.side].some(({ id }) => id === end.port)) return;
  const added: Port = { id: end.port, title: end.port, type: 'any' };
  ports.set(end.nodeId, { ...known, [end.side]: [...known[end.side], added] });
}
