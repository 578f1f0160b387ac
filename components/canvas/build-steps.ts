import type { Dag, DagNode } from '@core/dag/document';
import { drawnPorts, portsOf, type NodePorts } from '@core/nodes/ports';
import type { CanvasNode, FlowInput, NodeMark, StepNode, Previous } from './flow-types';
import { flowId } from './flow-id';
import { nodeFace, samePorts, type NodeFace } from './node-face';
import { handlesOf, nodeHeight, NODE_WIDTH, ORIGIN } from './node-geometry';

const NO_PROBLEMS: readonly string[] = [];

export function buildSteps(input: FlowInput, before: Previous<CanvasNode>): StepNode[] {
  const { dag } = input;
  const ports = drawnPorts(dag);
  return Object.entries(dag.nodes).map(([id, entry]) => {
    const view: StepView = {
      entry,
      ports: ports.get(id) ?? portsOf(entry),
      problems: input.problems?.get(id) ?? NO_PROBLEMS,
      mark: input.marks?.[id],
      group:
        entry.group !== undefined && Object.hasOwn(dag.groups, entry.group)
          ? entry.group
          : undefined,
      hidden: isHidden(entry, dag),
    };
    const known = before.get(id);
    const step = known?.type === 'step' ? known : undefined;
    return step && isSame(step, view) ? step : buildStep(id, view, step);
  });
}

interface StepView {
  readonly entry: DagNode;
  readonly ports: NodePorts;
  readonly problems: readonly string[];
  readonly mark: NodeMark | undefined;
  readonly group: string | undefined;
  readonly hidden: boolean;
}

function isHidden(entry: DagNode, dag: Dag): boolean {
  return entry.group !== undefined && dag.groups[entry.group]?.collapsed === true;
}

function isSame(step: StepNode, view: StepView): boolean {
  return (
    step.data.entry === view.entry &&
    step.data.mark === view.mark &&
    (step.hidden ?? false) === view.hidden &&
    step.parentId === (view.group === undefined ? undefined : flowId('groups', view.group)) &&
    sameStrings(step.data.problems, view.problems) &&
    samePorts(step.data.face.inputs, view.ports.inputs) &&
    samePorts(step.data.face.outputs, view.ports.outputs)
  );
}

function buildStep(id: string, view: StepView, before: StepNode | undefined): StepNode {
  const { entry, problems, mark } = view;
  const face = nodeFace(entry, view.ports);
  const inputs = face.inputs.map((port) => port.id);
  const outputs = face.outputs.map((port) => port.id);
  const size = { width: NODE_WIDTH, height: nodeHeight(inputs.length, outputs.length) };
  const dragging = before?.dragging === true;
  return {
    id,
    type: 'step',
    data: { entry, face, problems, mark },
    position: dragging ? before.position : { ...(entry.position ?? ORIGIN) },
    ...size,
    measured: size,
    handles: handlesOf({ inputs, outputs }),
    ariaLabel: stepLabel(id, view, face),
    ...(view.group === undefined ? {} : { parentId: flowId('groups', view.group) }),
    ...(view.hidden ? { hidden: true } : {}),
    ...(before?.selected ? { selected: true } : {}),
    ...(dragging ? { dragging } : {}),
  };
}

function stepLabel(id: string, { entry, problems, mark }: StepView, face: NodeFace): string {
  const words = [entry.name ?? id, face.label];
  if (entry.disabled) words.push('disabled');
  if (!face.known) words.push('unknown type');
  if (problems.length > 0)
    words.push(`${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`);
  if (mark) words.push(mark.label);
  return words.join(', ');
}

function sameStrings(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((item, index) => item === b[index]));
}
