import { findDescriptor } from '@core/nodes/registry';
import { useReactFlow } from '@xyflow/react';
import type { DragEvent } from 'react';
import type { Editor } from '../Editor';
import { DRAGGED_NOTE, NODE_TYPE_MIME } from '../palette/node-type-mime';

/** Takes what is dragged out of the palette. */
export function useDropFromPalette(editor: Editor) {
  const { screenToFlowPosition } = useReactFlow();
  return {
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(NODE_TYPE_MIME)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    },
    onDrop: (event: DragEvent) => {
      const type = event.dataTransfer.getData(NODE_TYPE_MIME);
      const at = screenToFlowPosition({ x: event.clientX, y: event.clientY });
      const descriptor = findDescriptor(type);
      if (type !== '') event.preventDefault();
      if (type === DRAGGED_NOTE) editor.addNote(at);
      else if (descriptor) editor.addNodeAround(descriptor, at);
    },
  };
}
