'use client';

import { Redo2, Undo2 } from 'lucide-react';
import { IconButton } from '@/components/ui/IconButton';
import { useEditor, useSession } from '../editor-context';
import { modKey } from '../keys/mod-key';

/** What the next undo and redo would do stands in their names. */
export function UndoRedo() {
  const editor = useEditor();
  const undo = useSession((state) => state.undo);
  const redo = useSession((state) => state.redo);
  return (
    <div className="flex">
      <IconButton
        size="sm"
        label={undo === undefined ? 'Nothing to undo' : `Undo: ${undo}`}
        keys={[modKey(), 'Z']}
        aria-disabled={undo === undefined}
        data-testid="undo"
        onClick={() => editor.undo()}
      >
        <Undo2 aria-hidden />
      </IconButton>
      <IconButton
        size="sm"
        label={redo === undefined ? 'Nothing to redo' : `Redo: ${redo}`}
        keys={[modKey(), 'Shift', 'Z']}
        aria-disabled={redo === undefined}
        data-testid="redo"
        onClick={() => editor.redo()}
      >
        <Redo2 aria-hidden />
      </IconButton>
    </div>
  );
}
