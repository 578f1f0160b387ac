import type { Collection } from '@core/dag/document';

/**
 * Nodes, notes and groups share one id space on the canvas, not in the document. Entry ids never
 * contain `:`, so a prefix keeps them apart; nodes and edges keep their own id.
 */
export function flowId(collection: Collection, id: string): string {
  if (collection === 'notes') return `note:${id}`;
  if (collection === 'groups') return `group:${id}`;
  return id;
}

export interface EntryRef {
  readonly collection: 'nodes' | 'notes' | 'groups';
  readonly id: string;
}

export function entryRef(flow: string): EntryRef {
  if (flow.startsWith('note:')) return { collection: 'notes', id: flow.slice(5) };
  if (flow.startsWith('group:')) return { collection: 'groups', id: flow.slice(6) };
  return { collection: 'nodes', id: flow };
}
