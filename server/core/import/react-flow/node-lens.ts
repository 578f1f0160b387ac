import type { DagNode } from '../../dag/document';
import type { JsonObject } from '../../json/json';
import { omit } from '../objects';
import type { Box } from './boxes';
import { readData, writeData } from './data';
import { keptOf } from './kept';
import type { Read, WriteArgs } from './lens';
import { OURS, readOurs, writeOurs } from './ours';
import { readPlace, writePlace } from './placing';
import { readWords, writeWords } from './words';

/**
 * A React Flow node in our words. What our node has no field for is kept beside, so that `writeNode`
 * gives back an equal node as long as nothing was edited [D3]; nothing is stored twice.
 */
export function readNode(box: Box): Read<DagNode> {
  const { foreign } = box;
  const read = readData(foreign);
  const words = readWords(foreign, read.data);
  const { position, ...place } = readPlace(box);
  const ours = readOurs('nodes', foreign);
  const said = ['id', ...read.said, ...words.said, ...place.said, ...(ours ? [OURS] : [])];
  return {
    entry: { ...words.entry, ...(position && { position }) },
    ours,
    kept: {
      fields: omit(foreign, said),
      data: words.data,
      form: { ...read.form, ...words.form, ...place.form },
    },
  };
}

/** Our node in React Flow's words: the original, with what was edited changed. */
export function writeNode(node: DagNode, { id, ...place }: WriteArgs): JsonObject {
  const kept = keptOf(node);
  const { type, data } = writeWords(node, kept);
  return {
    ...writePlace(kept, place),
    ...(id !== undefined && { id }),
    ...(type !== undefined && { type }),
    ...writeData(data, kept, id),
    ...writeOurs('nodes', node),
  };
}
