import type { Dag, Position } from '../../dag/document';
import type { Json, JsonObject } from '../../json/json';
import { objectOf } from '../objects';
import { ORIGIN, toAbsolute } from '../place';
import { writeEdge } from './edge-lens';
import { idKey } from './foreign';
import { writeGroup } from './group-lens';
import type { WriteArgs } from './lens';
import { writeNode } from './node-lens';
import { writeNote } from './note-lens';
import { type OutlineBox, outlineOf } from './outline';

/**
 * [D3] A document as React Flow's JSON. What was imported and not edited comes back equal, array order
 * included; edits are written in React Flow's words, nodes of ours as `stemma.<type>`.
 */
export function exportReactFlow(dag: Dag): JsonObject {
  const { document, noEdges } = objectOf(dag.ext.flow);
  const { boxes, links } = outlineOf(dag);
  const context = contextOf(dag, boxes);
  const edges = links.map((link) =>
    link.kind === 'aside' ? link.edge : writeEdge(link.entry, { ...link, id: link.fileId }),
  );
  return {
    ...objectOf(document),
    nodes: boxes.map((box) => writeBox(box, context)),
    ...((edges.length > 0 || noEdges !== true) && { edges }),
  };
}

interface Context extends Pick<WriteArgs, 'standsAt'> {
  readonly groupOf: (id: string) => WriteArgs['group'];
}

function contextOf(dag: Dag, boxes: readonly OutlineBox[]): Context {
  const groupIds = new Map<string, Json>();
  const places = new Map<string, Position>();
  for (const { collection, id, entry, fileId } of boxes) {
    const key = idKey(fileId);
    if (fileId === undefined || key === undefined) continue;
    if (collection === 'groups') groupIds.set(id, fileId);
    const group = collection === 'nodes' ? dag.groups[entry.group ?? ''] : undefined;
    places.set(key, entry.position ? toAbsolute(entry.position, group?.position) : ORIGIN);
  }
  return {
    standsAt: (id) => places.get(idKey(id) ?? ''),
    groupOf: (id) => {
      const fileId = groupIds.get(id);
      return fileId === undefined ? undefined : { id: fileId, position: dag.groups[id]?.position };
    },
  };
}

function writeBox(box: OutlineBox, { standsAt, groupOf }: Context): JsonObject {
  const { fileId: id, entry } = box;
  const args = { id, position: entry.position, group: undefined, standsAt };
  switch (box.collection) {
    case 'nodes':
      return writeNode(box.entry, { ...args, group: groupOf(box.entry.group ?? '') });
    case 'notes':
      return writeNote(box.entry, args);
    case 'groups':
      return writeGroup(box.entry, args);
  }
}
