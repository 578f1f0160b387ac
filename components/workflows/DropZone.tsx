'use client';

import { FileJson2 } from 'lucide-react';
import { useState, type DragEvent } from 'react';
import { cn } from '@/components/ui/cn';

/** A place to drop a file on, and a button that opens the file picker. */
export function DropZone({ onFile }: { onFile: (file: File) => void }) {
  const [over, setOver] = useState(false);

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file !== undefined) onFile(file);
  }

  return (
    <label
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cn(
        'flex cursor-pointer flex-col items-center rounded-lg border border-dashed px-6 py-10 text-center transition-colors focus-within:border-ring focus-within:ring-3 focus-within:ring-ring/25',
        over ? 'border-accent bg-accent-soft' : 'border-line-strong hover:bg-hover',
      )}
    >
      <FileJson2 aria-hidden className="size-8 stroke-[1.5] text-fg-subtle" />
      <span className="mt-3 text-sm font-medium">
        Drop a .json file here, paste its text, or{' '}
        <span className="text-accent-fg underline underline-offset-4">choose one</span>
      </span>
      <span className="mt-1 text-xs text-fg-muted">
        n8n workflow, React Flow or Stemma document, up to 20 MB
      </span>
      <input
        type="file"
        accept=".json,application/json"
        aria-label="Workflow file"
        className="sr-only"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file !== undefined) onFile(file);
        }}
      />
    </label>
  );
}
