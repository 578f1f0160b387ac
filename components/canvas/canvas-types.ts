import type { EdgeTypes, NodeTypes } from '@xyflow/react';
import { LinkEdge } from './edges/LinkEdge';
import { GroupFrame } from './nodes/GroupFrame';
import { StepCard } from './nodes/StepCard';
import { StickyNote } from './nodes/StickyNote';

export const nodeTypes: NodeTypes = { step: StepCard, note: StickyNote, frame: GroupFrame };
export const edgeTypes: EdgeTypes = { link: LinkEdge };
