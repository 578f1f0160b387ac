import type { DagEdge } from '../../dag/document';
import { endsKey } from '../../dag/logic';
import { canonicalText } from '../../json/canonical';
import type { Json } from '../../json/json';
import type { Pass } from '../matching';
import type { FileBox, OutlineBox } from './outline';
import type { OutlineEdge } from './outline-links';

export interface FileEdge {
  readonly entry: DagEdge;
  readonly fileId: Json | undefined;
}

/** [D6] By the id in the file; what was deleted and drawn again, by what it is and is called. */
export const BOX_PASSES: readonly Pass<FileBox, OutlineBox>[] = [boxId, boxWords].map(both);

/** By the id in the file, by the ports; with a node whose ports were renamed its edges go along. */
export const EDGE_PASSES: readonly Pass<FileEdge, OutlineEdge>[] = [
  both(({ fileId }: FileEdge) => idText(fileId)),
  both(({ entry }: FileEdge) => endsKey(entry)),
  both(({ entry }: FileEdge) => JSON.stringify([entry.source, entry.target, entry.targetPort])),
  both(({ entry }: FileEdge) => JSON.stringify([entry.source, entry.target])),
];

function both<T>(key: (item: T) => string | undefined): Pass<T, T> {
  return { of: key, among: (item) => [key(item)] };
}

function boxId({ collection, fileId }: FileBox): string | undefined {
  const text = idText(fileId);
  return text === undefined ? undefined : `${collection} ${text}`;
}

function idText(id: Json | undefined): string | undefined {
  return id === undefined ? undefined : canonicalText(id);
}

function boxWords({ collection, entry, fileId }: FileBox): string | undefined {
  if (collection === 'notes') return JSON.stringify([collection, entry.text]);
  // What has neither an id nor a name is told by what it is alone.
  if (entry.name === undefined && fileId !== undefined) return undefined;
  const type = collection === 'nodes' ? entry.type : '';
  return JSON.stringify([collection, type, entry.name]);
}
