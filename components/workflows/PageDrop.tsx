'use client';

import { FileJson2 } from 'lucide-react';
import { useEffect, useState } from 'react';

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/** Takes a file dropped anywhere, and says so while one hovers over the page. */
export function PageDrop({ onFile }: { onFile: (file: File) => void }) {
  const [over, setOver] = useState(false);
  useEffect(() => {
    function onDragOver(event: DragEvent): void {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    }
    function onDragLeave(event: DragEvent): void {
      if (event.relatedTarget === null) setOver(false);
    }
    function onDrop(event: DragEvent): void {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file !== undefined) onFile(file);
    }
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('dragleave', onDragLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('dragleave', onDragLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [onFile]);
  if (!over) return null;
  return (
    <div aria-hidden className="pointer-events-none fixed inset-0 z-50 animate-fade bg-scrim p-4">
      <div className="grid size-full place-items-center rounded-xl border-2 border-dashed border-accent bg-raised/80">
        <p className="flex items-center gap-2.5 text-lg font-medium">
          <FileJson2 className="size-6 text-accent-fg" />
          Drop the file to import it
        </p>
      </div>
    </div>
  );
}
