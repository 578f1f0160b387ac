import type { z } from 'zod';
import { DEFAULT_SOURCE_PORT, DEFAULT_TARGET_PORT } from '../dag/document';
import type { JsonObject } from '../json/json';

/** What flows through a port. `any` fits everything; a `list` is also `json`. */
export type PortType = 'any' | 'json' | 'list' | 'file';

export interface Port {
  readonly id: string;
  readonly title: string;
  readonly type: PortType;
}

export type NodeCategory = 'Triggers' | 'Data' | 'Flow' | 'Actions' | 'Files';

/**
 * What the product knows about a node type: its form, its ports and its documentation. `v` is the
 * version of the contract and goes into the node. Ports depend on the stored configuration, which
 * may be incomplete or wrong: `inputs` and `outputs` accept anything and never throw.
 */
export interface NodeDescriptor {
  readonly type: string;
  readonly v: 1;
  readonly title: string;
  readonly category: NodeCategory;
  readonly summary: string;
  /** A few sentences of Markdown. */
  readonly docs: string;
  /** Name of a lucide icon. */
  readonly icon: string;
  readonly config: z.ZodObject;
  readonly inputs: (config: JsonObject) => readonly Port[];
  readonly outputs: (config: JsonObject) => readonly Port[];
  readonly example: JsonObject;
}

/** The one input of most nodes. */
export function oneInput(type: PortType = 'any'): () => readonly Port[] {
  const ports = [{ id: DEFAULT_TARGET_PORT, title: 'Input', type }];
  return () => ports;
}

/** The one output of most nodes. */
export function oneOutput(type: PortType = 'any'): () => readonly Port[] {
  const ports = [{ id: DEFAULT_SOURCE_PORT, title: 'Output', type }];
  return () => ports;
}

export function noPorts(): readonly Port[] {
  return [];
}
