import type { DagNode } from '@core/dag/document';
import type { NodeCategory, Port } from '@core/nodes/descriptor';
import type { NodePorts } from '@core/nodes/ports';
import { findDescriptor } from '@core/nodes/registry';

/** What a node looks like: everything about it that its type and its connections decide. */
export interface NodeFace {
  readonly label: string;
  readonly icon: string;
  readonly category: NodeCategory | undefined;
  /** False: kept value for value, shown as it is, never executed [D3]. */
  readonly known: boolean;
  readonly inputs: readonly Port[];
  readonly outputs: readonly Port[];
}

export function nodeFace(node: DagNode, ports: NodePorts): NodeFace {
  const descriptor = findDescriptor(node.type);
  return {
    label: descriptor?.title ?? shortType(node.type),
    icon: descriptor?.icon ?? '',
    category: descriptor?.category,
    known: descriptor !== undefined,
    inputs: ports.inputs,
    outputs: ports.outputs,
  };
}

/** `googleSheets` of `n8n.n8n-nodes-base.googleSheets`: where it came from would hide what it is. */
function shortType(type: string): string {
  return /^(n8n|flow)\./.test(type) ? (type.split('.').at(-1) ?? type) : type;
}

export function samePorts(a: readonly Port[], b: readonly Port[]): boolean {
  if (a === b) return true;
  return (
    a.length === b.length &&
    a.every((port, index) => port.id === b[index]?.id && port.title === b[index].title)
  );
}
