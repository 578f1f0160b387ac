import type { Dag, DagEdge, DagGroup, DagNode, DagNote } from '@core/dag/document';
import type { Edge, Node } from '@xyflow/react';
import type { NodeFace } from './node-face';

/** `entry` is the document's own object: unchanged entry, unchanged canvas object. */
export type StepData = {
  readonly entry: DagNode;
  readonly face: NodeFace;
  readonly problems: readonly string[];
  readonly mark: NodeMark | undefined;
};
export type NoteData = { readonly entry: DagNote };
export type GroupData = { readonly entry: DagGroup; readonly members: number };
export type LinkData = { readonly entry: DagEdge };

/** What a page wants to say about a node from outside the document: a run's state, a change. */
export interface NodeMark {
  readonly tone: 'neutral' | 'running' | 'good' | 'bad' | 'added' | 'changed' | 'removed';
  readonly label: string;
}

export type StepNode = Node<StepData, 'step'>;
export type NoteNode = Node<NoteData, 'note'>;
export type GroupNode = Node<GroupData, 'frame'>;
export type CanvasNode = StepNode | NoteNode | GroupNode;
export type CanvasEdge = Edge<LinkData, 'link'>;

export interface Flow {
  readonly nodes: CanvasNode[];
  readonly edges: CanvasEdge[];
}

/** A connection as the core wants it: ports always named. */
export interface Link {
  readonly source: string;
  readonly sourcePort: string;
  readonly target: string;
  readonly targetPort: string;
}

export interface FlowInput {
  readonly dag: Dag;
  /** Node id -> what is wrong with it, in words. */
  readonly problems?: ReadonlyMap<string, readonly string[]>;
  /** Node id -> what the page says about it. */
  readonly marks?: Readonly<Record<string, NodeMark>>;
}

/** Canvas objects of the previous document, by canvas id. */
export type Previous<T extends { id: string }> = ReadonlyMap<string, T>;
