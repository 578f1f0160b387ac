import type { Dag, DagNote } from '@core/dag/document';
import type { Op } from '@core/patch/ops';
import { formatPointer } from '@core/patch/pointer';
import { fieldOps } from './field-ops';

export function noteOps(
  dag: Dag,
  id: string,
  edit: Pick<Partial<DagNote>, 'text' | 'color'>,
): Op[] {
  const note = dag.notes[id];
  if (!note) return [];
  const ops: Op[] = [];
  if (edit.text !== undefined)
    ops.push(...fieldOps(formatPointer(['notes', id, 'text']), note.text, edit.text));
  if (edit.color !== undefined)
    ops.push(...fieldOps(formatPointer(['notes', id, 'color']), note.color, edit.color));
  return ops;
}
