'use client';

import { useReactFlow } from '@xyflow/react';
import { HEADER_HEIGHT } from '@/components/canvas/node-geometry';
import { Popover, PopoverAnchor, PopoverContent } from '@/components/ui/Popover';
import { useEditor } from '../editor-context';
import { PaletteList } from '../palette/PaletteList';

export interface QuickAddAt {
  /** On the screen. */
  readonly x: number;
  readonly y: number;
  /** The output that was dragged into the void. */
  readonly from?: { readonly source: string; readonly sourcePort: string };
}

interface QuickAddProps {
  at: QuickAddAt | undefined;
  onClose: () => void;
}

/** The palette where a connection was dropped (or the canvas double-clicked): add, and connect. */
export function QuickAdd({ at, onClose }: QuickAddProps) {
  const editor = useEditor();
  const { screenToFlowPosition } = useReactFlow();
  if (!at) return null;
  return (
    <Popover open onOpenChange={(open) => (open ? undefined : onClose())}>
      <PopoverAnchor className="fixed size-0" style={{ left: at.x, top: at.y }} />
      <PopoverContent label="Add a node" side="right" className="flex h-80 w-64 flex-col p-0">
        <PaletteList
          autoFocus
          onAdd={(descriptor) => {
            const point = screenToFlowPosition({ x: at.x, y: at.y });
            editor.addNode(descriptor, { x: point.x, y: point.y - HEADER_HEIGHT / 2 }, at.from);
            onClose();
          }}
        />
      </PopoverContent>
    </Popover>
  );
}
