import { NodeResizer, type NodeProps } from '@xyflow/react';
import { memo, use, useState } from 'react';
import { CanvasActionsContext } from '../canvas-actions';
import { entryRef } from '../flow-id';
import type { NoteNode } from '../flow-types';
import { RichText } from '../rich-text/RichText';
import { noteTone } from './note-tone';
import { NoteEditor } from './NoteEditor';

const MIN = { minWidth: 120, minHeight: 64 };

function StickyNoteView({ id, data: { entry }, selected }: NodeProps<NoteNode>) {
  const actions = use(CanvasActionsContext);
  const [editing, setEditing] = useState(false);
  return (
    <>
      {actions ? (
        <NodeResizer
          {...MIN}
          isVisible={selected && !editing}
          onResizeEnd={(_event, box) => actions.resize(id, box)}
        />
      ) : null}
      <div
        className="sticky-note"
        data-tone={noteTone(entry.color)}
        data-selected={selected || undefined}
        onDoubleClick={actions ? () => setEditing(true) : undefined}
      >
        {editing && actions ? (
          <NoteEditor
            text={entry.text}
            onDone={(text) => {
              setEditing(false);
              if (text !== undefined && text !== entry.text)
                actions.editNote(entryRef(id).id, text);
            }}
          />
        ) : (
          <NoteText text={entry.text} editable={actions !== null} />
        )}
      </div>
    </>
  );
}

function NoteText({ text, editable }: { text: string; editable: boolean }) {
  if (text.trim() === '') {
    return <p className="p-3 text-xs opacity-60">{editable ? 'Double-click to write.' : ''}</p>;
  }
  return (
    <div className="h-full overflow-hidden p-3 text-xs leading-4.5">
      <RichText text={text} />
    </div>
  );
}

export const StickyNote = memo(
  StickyNoteView,
  (a, b) => a.data === b.data && a.selected === b.selected,
);
