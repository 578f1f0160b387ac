'use client';

import { Panel } from '@xyflow/react';
import { Copy, Power, Trash2 } from 'lucide-react';
import { entryRef } from '@/components/canvas/flow-id';
import { IconButton } from '@/components/ui/IconButton';
import { useEditor, useFlow } from '../editor-context';
import { modKey } from '../keys/mod-key';

/** What can be done with what is selected; the way for those without a keyboard. */
export function SelectionBar() {
  const editor = useEditor();
  const nodes = useFlow((flow) => flow.selectedNodes.length);
  const steps = useFlow((flow) => flow.selectedNodes.filter(isStep).length);
  const edges = useFlow((flow) => flow.selectedEdges.length);
  if (nodes + edges === 0) return null;
  return (
    <Panel position="top-center">
      <div
        role="toolbar"
        aria-label="Selection"
        className="flex items-center gap-0.5 rounded-lg border border-line bg-raised p-1 shadow-raised"
      >
        <span className="px-2 text-xs whitespace-nowrap text-fg-muted">
          {countWords(nodes, edges)}
        </span>
        {nodes > 0 ? (
          <IconButton
            size="sm"
            label="Duplicate"
            keys={[modKey(), 'D']}
            onClick={() => editor.duplicate()}
          >
            <Copy aria-hidden />
          </IconButton>
        ) : null}
        {steps > 0 ? (
          <IconButton
            size="sm"
            label="Turn on or off"
            keys={['E']}
            onClick={() => editor.toggleSelection()}
          >
            <Power aria-hidden />
          </IconButton>
        ) : null}
        <IconButton
          size="sm"
          label="Delete"
          keys={['Del']}
          onClick={() => editor.removeSelection()}
        >
          <Trash2 aria-hidden />
        </IconButton>
      </div>
    </Panel>
  );
}

function isStep(id: string): boolean {
  return entryRef(id).collection === 'nodes';
}

function countWords(nodes: number, edges: number): string {
  if (nodes === 0) return edges === 1 ? '1 connection' : `${edges} connections`;
  return nodes === 1 ? '1 selected' : `${nodes} selected`;
}
