'use client';

import {
  Background,
  BackgroundVariant,
  Controls,
  MiniMap,
  ReactFlow,
  type ReactFlowProps,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import './canvas.css';
import { edgeTypes, nodeTypes } from './canvas-types';
import { categoryTone } from './category-tone';
import { FarAway } from './FarAway';
import { FIT } from './fit-options';
import type { CanvasEdge, CanvasNode } from './flow-types';

export type CanvasProps = ReactFlowProps<CanvasNode, CanvasEdge> & {
  nodes: CanvasNode[];
  edges: CanvasEdge[];
  minimap?: boolean;
};

/** Small enough to lie in a corner, large enough to steer by. */
const MAP_SIZE = { width: 152, height: 100 };
/** Above this many boxes only those in sight are in the page. */
const CULL_ABOVE = 150;

/** React Flow with our boxes, lines and manners; what may be done on it is up to the caller. */
export function Canvas({ minimap = true, children, ...props }: CanvasProps) {
  return (
    <ReactFlow<CanvasNode, CanvasEdge>
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      minZoom={0.05}
      maxZoom={2.5}
      fitView
      fitViewOptions={FIT}
      deleteKeyCode={null}
      attributionPosition="bottom-center"
      defaultMarkerColor={null}
      onlyRenderVisibleElements={props.nodes.length > CULL_ABOVE}
      {...props}
    >
      <Background variant={BackgroundVariant.Dots} gap={20} size={1.4} />
      <Controls showInteractive={false} fitViewOptions={FIT} />
      {minimap ? (
        <MiniMap<CanvasNode>
          pannable
          zoomable
          nodeColor={boxColour}
          nodeBorderRadius={8}
          style={MAP_SIZE}
          className="max-sm:hidden!"
        />
      ) : null}
      <FarAway />
      {children}
    </ReactFlow>
  );
}

function boxColour(node: CanvasNode): string {
  if (node.type === 'step') return categoryTone(node.data.face.category).colour;
  return 'color-mix(in oklab, var(--line-strong) 55%, transparent)';
}
