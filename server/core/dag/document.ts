import type { JsonObject } from '../json/json';

/** Canvas coordinates in CSS pixels at zoom 1; inside a group they are relative to the group. */
export interface Position {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How often and how patiently a failed node is tried again. */
export interface RetryPolicy {
  readonly maxAttempts?: number;
  readonly backoffMs?: number;
  readonly factor?: number;
  readonly continueOnError?: boolean;
}

export interface DagNode {
  readonly type: string;
  /** Version of the node type's contract. */
  readonly v?: number;
  readonly name?: string;
  readonly position?: Position;
  readonly config?: JsonObject;
  readonly disabled?: boolean;
  readonly group?: string;
  readonly retry?: RetryPolicy;
  readonly timeoutMs?: number;
  readonly ext?: JsonObject;
}

export interface DagEdge {
  readonly source: string;
  readonly sourcePort?: string;
  readonly target: string;
  readonly targetPort?: string;
  /** Closes a loop: drawn and versioned, left out of cycle checks, refused at run submit. */
  readonly feedback?: boolean;
  readonly ext?: JsonObject;
}

export interface DagNote {
  readonly text: string;
  readonly position?: Position;
  readonly size?: Size;
  readonly color?: string;
  readonly ext?: JsonObject;
}

export interface DagGroup {
  readonly name?: string;
  readonly position?: Position;
  readonly size?: Size;
  readonly collapsed?: boolean;
  readonly ext?: JsonObject;
}

/** `run` is part of the logic (input schema, limits); `ui` is not. */
export interface DagSettings {
  readonly run: JsonObject;
  readonly ui: JsonObject;
}

/** [D1] The JSON value of one version. Collections are maps keyed by stable id. */
export interface Dag {
  readonly schema: 1;
  readonly nodes: Readonly<Record<string, DagNode>>;
  readonly edges: Readonly<Record<string, DagEdge>>;
  readonly notes: Readonly<Record<string, DagNote>>;
  readonly groups: Readonly<Record<string, DagGroup>>;
  readonly settings: DagSettings;
  readonly ext: JsonObject;
}

export const COLLECTIONS = ['nodes', 'edges', 'notes', 'groups'] as const;
export type Collection = (typeof COLLECTIONS)[number];

export const DEFAULT_SOURCE_PORT = 'out';
export const DEFAULT_TARGET_PORT = 'in';

export function isCollection(name: string | undefined): name is Collection {
  return name !== undefined && (COLLECTIONS as readonly string[]).includes(name);
}

/** The document every new workflow starts from. */
export function emptyDag(): Dag {
  return {
    schema: 1,
    nodes: {},
    edges: {},
    notes: {},
    groups: {},
    settings: { run: {}, ui: {} },
    ext: {},
  };
}
