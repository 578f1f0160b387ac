import type { DagNote } from '../../dag/document';
import type { Json, JsonObject } from '../../json/json';
import { objectOf, omit } from '../objects';
import { type Box, OWN_NOTE, STICKY_NOTE } from './boxes';
import { readData, writeData } from './data';
import { keptOf } from './kept';
import type { Read, WriteArgs } from './lens';
import { OURS, readOurs, writeOurs } from './ours';
import { readPlace, writePlace } from './placing';
import { readSize, writeSize } from './size';

/** A sticky note as a note: Flowise's has its text in `data.inputs.note`, one of ours in its label. */
export function readNote(box: Box): Read<DagNote> {
  const { foreign } = box;
  const { data = {}, ...read } = readData(foreign);
  const { position, ...place } = readPlace(box);
  const { size, rest, form } = readSize(foreign);
  const ours = readOurs('notes', foreign);
  const isSticky = foreign.type === STICKY_NOTE;
  const said = ['id', ...read.said, ...place.said, ...(isSticky ? [] : ['type'])];
  if (ours !== undefined) said.push(OURS);
  const inputs = objectOf(data.inputs);
  return {
    entry: {
      text: textOf(isSticky ? inputs.note : data.label),
      ...(position && { position }),
      ...(size && { size }),
    },
    ours,
    kept: {
      fields: omit(rest, said),
      data: isSticky ? { ...data, inputs: omit(inputs, ['note']) } : omit(data, ['label']),
      form: { ...read.form, ...place.form, ...form },
    },
  };
}

/** A note as the sticky note it was, with what was edited changed, or as one of ours. */
export function writeNote(note: DagNote, { id, ...place }: WriteArgs): JsonObject {
  const kept = keptOf(note);
  const { text } = note;
  const isSticky = kept.fields.type === STICKY_NOTE;
  const said = isSticky
    ? { inputs: { ...objectOf(kept.data.inputs), note: text } }
    : { label: text };
  return {
    ...(!isSticky && { type: OWN_NOTE }),
    ...writePlace(kept, place),
    ...(id !== undefined && { id }),
    ...writeSize(note.size, kept),
    ...writeData({ ...kept.data, ...said }, kept, id),
    ...writeOurs('notes', note),
  };
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}
