'use client';

import type { NodeDescriptor } from '@core/nodes/descriptor';
import { listDescriptors } from '@core/nodes/registry';
import { StickyNote } from 'lucide-react';
import { useRef, useState } from 'react';
import { SearchInput } from '@/components/ui/SearchInput';
import { findTypes } from './find-types';
import { DRAGGED_NOTE, NODE_TYPE_MIME } from './node-type-mime';
import { PaletteItem } from './PaletteItem';

interface PaletteListProps {
  onAdd: (descriptor: NodeDescriptor) => void;
  /** Left out where a note makes no sense. */
  onAddNote?: () => void;
  autoFocus?: boolean;
}

/** Every node type, searchable; Enter in the search adds the first that is found. */
export function PaletteList({ onAdd, onAddNote, autoFocus = false }: PaletteListProps) {
  const [query, setQuery] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const groups = findTypes(listDescriptors(), query);
  const first = groups[0]?.types[0];
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="shrink-0 p-2.5">
        <SearchInput
          aria-label="Search node types"
          placeholder="Search nodes…"
          autoFocus={autoFocus}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && first) onAdd(first);
            if (event.key === 'ArrowDown') list.current?.querySelector('button')?.focus();
          }}
        />
      </div>
      <div ref={list} onKeyDown={moveFocus} className="min-h-0 flex-1 overflow-y-auto px-1.5 pb-3">
        {groups.map(({ category, types }) => (
          <section key={category} aria-label={category} className="mb-2">
            <h3 className="px-2 pt-1 pb-1 text-2xs font-medium text-fg-subtle">{category}</h3>
            {types.map((descriptor) => (
              <PaletteItem key={descriptor.type} {...descriptor} onAdd={() => onAdd(descriptor)} />
            ))}
          </section>
        ))}
        {groups.length === 0 ? (
          <p className="px-2 py-6 text-center text-sm text-fg-muted">
            No node type fits “{query}”.
          </p>
        ) : null}
        {onAddNote && query === '' ? <NoteItem onAdd={onAddNote} /> : null}
      </div>
    </div>
  );
}

function NoteItem({ onAdd }: { onAdd: () => void }) {
  return (
    <button
      type="button"
      draggable
      onDragStart={(event) => event.dataTransfer.setData(NODE_TYPE_MIME, DRAGGED_NOTE)}
      onClick={onAdd}
      aria-label="Add sticky note"
      className="flex w-full cursor-grab items-center gap-2.5 rounded-md border-t border-line px-2 py-2 text-left text-sm font-medium hover:bg-hover"
    >
      <span className="grid size-7 place-items-center rounded-md bg-warn-soft text-warn-fg">
        <StickyNote aria-hidden className="size-4" strokeWidth={1.75} />
      </span>
      Sticky note
    </button>
  );
}

/** Arrow keys walk the list. */
function moveFocus(event: React.KeyboardEvent<HTMLDivElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  buttons[at + step]?.focus();
}
