'use client';

import { Canvas } from '@/components/canvas/Canvas';
import { CanvasActionsContext } from '@/components/canvas/canvas-actions';
import { AskRefusalContext } from '@/components/canvas/edges/link-question';
import { DraggedLink } from '@/components/canvas/edges/DraggedLink';
import { useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { useEditor } from '../editor-context';
import { EmptyCanvas } from './EmptyCanvas';
import { canvasActions } from './canvas-actions';
import { connectionHandlers } from './connection-handlers';
import { QuickAdd, type QuickAddAt } from './QuickAdd';
import { useDropFromPalette } from './use-drop-from-palette';

const SNAP: [number, number] = [8, 8];
const MULTI_SELECT = ['Meta', 'Control', 'Shift'];

interface EditorCanvasProps {
  readOnly: boolean;
  children?: ReactNode;
}

/** The canvas one can work on. Renders with every frame of a drag; nothing around it does. */
export function EditorCanvas({ readOnly, children }: EditorCanvasProps) {
  const editor = useEditor();
  const flow = useSyncExternalStore(
    editor.flow.subscribe,
    editor.flow.snapshot,
    editor.flow.snapshot,
  );
  const [quickAdd, setQuickAdd] = useState<QuickAddAt>();
  const [connections] = useState(() => connectionHandlers(editor, setQuickAdd));
  const actions = useMemo(() => canvasActions(editor), [editor]);
  const drop = useDropFromPalette(editor);
  return (
    <CanvasActionsContext value={readOnly ? null : actions}>
      <AskRefusalContext value={connections.ask}>
        <Canvas
          nodes={flow.nodes}
          edges={flow.edges}
          aria-label="Workflow canvas"
          data-testid="canvas"
          onNodesChange={editor.changeNodes}
          onEdgesChange={editor.flow.changeEdges}
          {...connections.handlers}
          {...(readOnly ? {} : drop)}
          onDoubleClick={(event) => {
            const { target, clientX, clientY } = event;
            if (
              !readOnly &&
              target instanceof Element &&
              target.classList.contains('react-flow__pane')
            ) {
              setQuickAdd({ x: clientX, y: clientY });
            }
          }}
          connectionLineComponent={DraggedLink}
          connectionRadius={28}
          multiSelectionKeyCode={MULTI_SELECT}
          snapToGrid
          snapGrid={SNAP}
          zoomOnDoubleClick={false}
          nodesDraggable={!readOnly}
          nodesConnectable={!readOnly}
          edgesReconnectable={!readOnly}
          selectNodesOnDrag
          elevateNodesOnSelect
        >
          {flow.nodes.length === 0 ? <EmptyCanvas readOnly={readOnly} /> : null}
          {children}
        </Canvas>
        <QuickAdd at={quickAdd} onClose={() => setQuickAdd(undefined)} />
      </AskRefusalContext>
    </CanvasActionsContext>
  );
}
