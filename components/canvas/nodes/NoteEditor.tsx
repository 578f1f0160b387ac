import { useState } from 'react';

interface NoteEditorProps {
  text: string;
  /** The new text, or undefined when given up with Escape. */
  onDone: (text: string | undefined) => void;
}

export function NoteEditor({ text, onDone }: NoteEditorProps) {
  const [draft, setDraft] = useState(text);
  return (
    <textarea
      autoFocus
      aria-label="Note"
      value={draft}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={() => onDone(draft)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onDone(undefined);
        if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) onDone(draft);
      }}
      className="nodrag nowheel size-full resize-none bg-transparent p-3 text-xs leading-4.5 outline-none"
    />
  );
}
