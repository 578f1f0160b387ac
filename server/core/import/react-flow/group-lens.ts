import type { DagGroup } from '../../dag/document';
import type { JsonObject } from '../../json/json';
import { omit } from '../objects';
import { type Box, GROUP } from './boxes';
import { readData, writeData } from './data';
import { keptOf } from './kept';
import type { Read, WriteArgs } from './lens';
import { OURS, readOurs, writeOurs } from './ours';
import { readPlace, writePlace } from './placing';
import { readSize, writeSize } from './size';

/** A `group` of React Flow that stands by itself, as a group. */
export function readGroup(box: Box): Read<DagGroup> {
  const { foreign } = box;
  const { data = {}, ...read } = readData(foreign);
  const { position, ...place } = readPlace(box);
  const { size, rest, form } = readSize(foreign);
  const ours = readOurs('groups', foreign);
  const { label: name } = data;
  return {
    entry: {
      ...(typeof name === 'string' && { name }),
      ...(position && { position }),
      ...(size && { size }),
    },
    ours,
    kept: {
      fields: omit(rest, ['id', 'type', ...read.said, ...place.said, ...(ours ? [OURS] : [])]),
      data: typeof name === 'string' ? omit(data, ['label']) : data,
      form: { ...read.form, ...place.form, ...form },
    },
  };
}

export function writeGroup(group: DagGroup, { id, ...place }: WriteArgs): JsonObject {
  const kept = keptOf(group);
  const { name } = group;
  return {
    ...writePlace(kept, place),
    ...(id !== undefined && { id }),
    type: GROUP,
    ...writeSize(group.size, kept),
    ...writeData({ ...kept.data, ...(name !== undefined && { label: name }) }, kept, id),
    ...writeOurs('groups', group),
  };
}
