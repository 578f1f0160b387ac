import type { Dag, DagGroup } from '@core/dag/document';
import type { Op } from '@core/patch/ops';
import { formatPointer } from '@core/patch/pointer';
import { fieldOps } from './field-ops';

export function groupOps(
  dag: Dag,
  id: string,
  edit: Pick<Partial<DagGroup>, 'name' | 'collapsed'>,
): Op[] {
  const group = dag.groups[id];
  if (!group) return [];
  const at = (field: keyof DagGroup) => formatPointer(['groups', id, field]);
  const ops: Op[] = [];
  if (edit.name !== undefined) ops.push(...fieldOps(at('name'), group.name, edit.name));
  if (edit.collapsed !== undefined) {
    ops.push(...fieldOps(at('collapsed'), group.collapsed, edit.collapsed || undefined));
  }
  return ops;
}
