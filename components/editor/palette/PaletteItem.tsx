'use client';

import type { NodeCategory } from '@core/nodes/descriptor';
import { NodeTile } from '@/components/canvas/nodes/NodeTile';
import { NODE_TYPE_MIME } from './node-type-mime';

interface PaletteItemProps {
  /** What the drag carries. */
  type: string;
  title: string;
  summary: string;
  icon: string;
  category: NodeCategory | undefined;
  onAdd: () => void;
}

/** Drag it onto the canvas, or press it to add in the middle of the view. */
export function PaletteItem({ type, title, summary, icon, category, onAdd }: PaletteItemProps) {
  return (
    <button
      type="button"
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(NODE_TYPE_MIME, type);
        event.dataTransfer.effectAllowed = 'copy';
      }}
      onClick={onAdd}
      aria-label={`Add ${title}`}
      title={summary}
      className="group flex w-full cursor-grab items-center gap-2.5 rounded-md px-2 py-1.5 text-left transition-colors hover:bg-hover active:cursor-grabbing pointer-coarse:py-2.5"
    >
      <NodeTile size="sm" icon={icon} category={category} />
      <span className="min-w-0 flex-1">
        <span className="block truncate text-sm font-medium">{title}</span>
        <span className="block truncate text-2xs text-fg-muted">{summary}</span>
      </span>
    </button>
  );
}
