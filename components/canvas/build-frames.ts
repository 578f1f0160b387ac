import type { DagGroup } from '@core/dag/document';
import { flowId } from './flow-id';
import type { CanvasNode, FlowInput, GroupNode, Previous } from './flow-types';
import { COLLAPSED_GROUP, GROUP_SIZE, handlesOf, ORIGIN } from './node-geometry';

/** Groups come first: React Flow wants a parent before its children. */
export function buildFrames({ dag }: FlowInput, before: Previous<CanvasNode>): GroupNode[] {
  const members = new Map<string, number>();
  for (const { group } of Object.values(dag.nodes)) {
    if (group !== undefined) members.set(group, (members.get(group) ?? 0) + 1);
  }
  return Object.entries(dag.groups).map(([id, entry]) => {
    const known = before.get(flowId('groups', id));
    const frame = known?.type === 'frame' ? known : undefined;
    const count = members.get(id) ?? 0;
    if (frame?.data.entry === entry && frame.data.members === count) return frame;
    return buildFrame(id, { entry, members: count }, frame);
  });
}

function buildFrame(
  id: string,
  data: { entry: DagGroup; members: number },
  before: GroupNode | undefined,
): GroupNode {
  const { entry } = data;
  const size = entry.collapsed ? { ...COLLAPSED_GROUP } : { ...(entry.size ?? GROUP_SIZE) };
  const dragging = before?.dragging === true;
  return {
    id: flowId('groups', id),
    type: 'frame',
    data,
    position: dragging ? before.position : { ...(entry.position ?? ORIGIN) },
    ...size,
    measured: size,
    zIndex: -2,
    ariaLabel: `${entry.name ?? 'Group'}, group of ${data.members}${entry.collapsed ? ', collapsed' : ''}`,
    ...(entry.collapsed ? { handles: handlesOf({ inputs: ['in'], outputs: ['out'] }) } : {}),
    ...(before?.selected ? { selected: true } : {}),
    ...(dragging ? { dragging } : {}),
  };
}
