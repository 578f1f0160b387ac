import { Handle, NodeResizer, Position, type NodeProps } from '@xyflow/react';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo, use } from 'react';
import { CanvasActionsContext } from '../canvas-actions';
import { entryRef } from '../flow-id';
import type { GroupNode } from '../flow-types';

const MIN = { minWidth: 200, minHeight: 120 };

function GroupFrameView({ id, data: { entry, members }, selected }: NodeProps<GroupNode>) {
  const actions = use(CanvasActionsContext);
  const collapsed = entry.collapsed === true;
  const Chevron = collapsed ? ChevronRight : ChevronDown;
  return (
    <>
      {actions && !collapsed ? (
        <NodeResizer
          {...MIN}
          isVisible={selected}
          onResizeEnd={(_event, box) => actions.resize(id, box)}
        />
      ) : null}
      <div
        className="group-frame"
        data-selected={selected || undefined}
        data-collapsed={collapsed || undefined}
      >
        <div className="flex h-9 in-data-collapsed:h-full items-center gap-1.5 px-2.5 text-xs font-semibold text-fg-muted">
          {actions ? (
            <button
              type="button"
              aria-label={collapsed ? 'Expand group' : 'Collapse group'}
              aria-expanded={!collapsed}
              className="nodrag grid size-5 place-items-center rounded-sm hover:bg-hover"
              onClick={() => actions.collapseGroup(entryRef(id).id, !collapsed)}
            >
              <Chevron aria-hidden className="size-3.5" />
            </button>
          ) : null}
          <span className="min-w-0 truncate">{entry.name ?? 'Group'}</span>
          {collapsed ? <span className="ml-auto font-normal">{members} nodes</span> : null}
        </div>
      </div>
      {collapsed ? (
        <>
          <Handle id="in" type="target" position={Position.Left} isConnectable={false} />
          <Handle id="out" type="source" position={Position.Right} isConnectable={false} />
        </>
      ) : null}
    </>
  );
}

export const GroupFrame = memo(
  GroupFrameView,
  (a, b) => a.data === b.data && a.selected === b.selected,
);
