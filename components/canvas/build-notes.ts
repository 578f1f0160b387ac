import type { DagNote } from '@core/dag/document';
import { flowId } from './flow-id';
import type { CanvasNode, FlowInput, NoteNode, Previous } from './flow-types';
import { NOTE_SIZE, ORIGIN } from './node-geometry';

export function buildNotes({ dag }: FlowInput, before: Previous<CanvasNode>): NoteNode[] {
  return Object.entries(dag.notes).map(([id, entry]) => {
    const known = before.get(flowId('notes', id));
    const note = known?.type === 'note' ? known : undefined;
    return note?.data.entry === entry ? note : buildNote(id, entry, note);
  });
}

function buildNote(id: string, entry: DagNote, before: NoteNode | undefined): NoteNode {
  const size = { ...(entry.size ?? NOTE_SIZE) };
  const dragging = before?.dragging === true;
  return {
    id: flowId('notes', id),
    type: 'note',
    data: { entry },
    position: dragging ? before.position : { ...(entry.position ?? ORIGIN) },
    ...size,
    measured: size,
    zIndex: -1,
    connectable: false,
    ariaLabel: `Note: ${entry.text.slice(0, 80)}`,
    ...(before?.selected ? { selected: true } : {}),
    ...(dragging ? { dragging } : {}),
  };
}
