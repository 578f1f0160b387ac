import type { CanvasActions } from '@/components/canvas/canvas-actions';
import type { Editor } from '../Editor';

/** What notes and groups on the canvas ask for, as gestures of the editor. */
export function canvasActions(editor: Editor): CanvasActions {
  return {
    editNote: (id, text) => void editor.editNote(id, { text }),
    renameGroup: (id, name) => void editor.editGroup(id, { name }),
    collapseGroup: (id, collapsed) => void editor.editGroup(id, { collapsed }),
    resize: (flow, box) => editor.resize(flow, box),
  };
}
