'use client';

import { useReactFlow } from '@xyflow/react';
import { PanelLeftClose, Plus } from 'lucide-react';
import { useState, type RefObject } from 'react';
import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import { SidePanel } from '@/components/ui/SidePanel';
import { useEditor } from '../editor-context';
import { PaletteList } from './PaletteList';

interface PalettePanelProps {
  /** The area of the canvas, whose centre new nodes go to. */
  canvas: RefObject<HTMLElement | null>;
}

const PHONE = '(max-width: 48rem)';

/** The palette on the left; folded away on a phone until it is asked for. */
export function PalettePanel({ canvas }: PalettePanelProps) {
  const editor = useEditor();
  const { screenToFlowPosition } = useReactFlow();
  const [open, setOpen] = useState<boolean>();

  function centre() {
    const box = canvas.current?.getBoundingClientRect();
    const x = box ? box.left + box.width / 2 : window.innerWidth / 2;
    const y = box ? box.top + box.height / 2 : window.innerHeight / 2;
    return screenToFlowPosition({ x, y });
  }
  function afterAdding(): void {
    if (window.matchMedia(PHONE).matches) setOpen(false);
  }

  return (
    <>
      {open === true ? null : (
        <Button
          variant="primary"
          size="sm"
          aria-label="Add a node"
          onClick={() => setOpen(true)}
          className={`absolute top-3 left-3 z-10 ${open === false ? '' : 'md:hidden'}`}
        >
          <Plus aria-hidden />
          Add
        </Button>
      )}
      {open === false ? null : (
        <SidePanel
          label="Nodes"
          side="left"
          storageKey="stemma.panel.palette"
          defaultWidth={248}
          minWidth={200}
          maxWidth={360}
          className={`max-md:absolute max-md:inset-y-0 max-md:left-0 max-md:z-20 max-md:shadow-overlay ${open === true ? '' : 'max-md:hidden'}`}
        >
          <div className="flex h-10 shrink-0 items-center justify-between pr-2 pl-4">
            <h2 className="text-sm font-semibold">Nodes</h2>
            <IconButton label="Hide nodes" size="sm" onClick={() => setOpen(false)}>
              <PanelLeftClose aria-hidden />
            </IconButton>
          </div>
          <PaletteList
            onAdd={(descriptor) => {
              editor.addNodeAround(descriptor, centre());
              afterAdding();
            }}
            onAddNote={() => {
              editor.addNote(centre());
              afterAdding();
            }}
          />
        </SidePanel>
      )}
    </>
  );
}
