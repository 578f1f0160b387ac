'use client';

import type { Dag } from '@core/dag/document';
import { ReactFlowProvider, type NodeMouseHandler } from '@xyflow/react';
import { useMemo } from 'react';
import { Canvas } from './Canvas';
import { flowFromDag } from './flow-from-dag';
import type { CanvasNode, NodeMark } from './flow-types';

export interface ReadOnlyCanvasProps {
  document: Dag;
  /** Node id -> what to say about it: the state of a run, a change. */
  marks?: Readonly<Record<string, NodeMark>>;
  onNode?: (id: string) => void;
  minimap?: boolean;
  label?: string;
}

/** A document to look at: pan, zoom and read, nothing else. Fills its container. */
export function ReadOnlyCanvas(props: ReadOnlyCanvasProps) {
  const { document, marks, onNode, minimap = false, label = 'Workflow, read only' } = props;
  const flow = useMemo(
    () => flowFromDag({ dag: document, ...(marks === undefined ? {} : { marks }) }),
    [document, marks],
  );
  const onNodeClick: NodeMouseHandler<CanvasNode> = (_event, node) => {
    if (node.type === 'step') onNode?.(node.id);
  };
  return (
    <ReactFlowProvider>
      <Canvas
        {...flow}
        aria-label={label}
        data-testid="canvas"
        minimap={minimap}
        nodesDraggable={false}
        nodesConnectable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        {...(onNode === undefined ? {} : { onNodeClick })}
      />
    </ReactFlowProvider>
  );
}
