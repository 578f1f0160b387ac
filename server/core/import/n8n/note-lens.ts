import type { DagNote, Size } from '../../dag/document';
import type { Json, JsonObject } from '../../json/json';
import { isJsonObject } from '../../json/json';
import { jsonEqual } from '../../json/equal';
import type { ForeignNode } from './foreign';
import { STICKY_NOTE } from './foreign';
import { objectOf, omit } from '../objects';
import { ORIGIN, toAbsolute } from '../place';
import { keptNode } from './node-lens';
import { isAt, type Place, readPosition, writePosition } from './position';
import { type Scale, scaleSize, toForeign } from './scale';

const DEFAULT_SIZE: Size = { width: 240, height: 160 };
/** n8n counts its colours from 1. */
const COLORS = ['yellow', 'orange', 'red', 'green', 'blue', 'purple', 'gray'];

/** A sticky note as a note. Its other fields are kept in `ext.n8n.node` for `writeNote`. */
export function readNote(foreign: ForeignNode, scale: Scale): DagNote {
  const parameters = objectOf(foreign.parameters);
  const position = readPosition(foreign.position, scale);
  const { content } = parameters;
  const hasText = typeof content === 'string';
  const node = hasText ? { ...foreign, parameters: omit(parameters, ['content']) } : foreign;
  return {
    text: hasText ? content : '',
    position: position ?? ORIGIN,
    size: scaleSize(readSize(parameters), scale),
    color: readColor(parameters.color),
    ext: {
      n8n: {
        node,
        ...(!hasText && { hasText: false }),
        ...(position === undefined && { placed: false }),
      },
    },
  };
}

/** [D6] The note of an earlier version, imported again, stays where a file of its own puts it. */
export function keepNotePlace(note: DagNote, { before, foreign, scale }: KeepNoteArgs): DagNote {
  const place = { position: toAbsolute(before.position), scale };
  const sizes = writeSize(before, scale);
  const parameters = objectOf(foreign.parameters);
  const sized = (['width', 'height'] as const).every((key) =>
    jsonEqual(sizes[key], parameters[key]),
  );
  return {
    ...note,
    ...(before.position && isAt(foreign.position, before, place) && { position: before.position }),
    ...(before.size && sized && { size: before.size }),
  };
}

export interface KeepNoteArgs {
  readonly before: DagNote;
  readonly foreign: ForeignNode;
  readonly scale: Scale;
}

export interface WriteNoteArgs extends Place {
  readonly id: string;
}

/** A note as a sticky note: the original, with what was edited changed. */
export function writeNote(note: DagNote, { id, ...place }: WriteNoteArgs): JsonObject {
  const kept = keptNode(note) ?? { id, name: `Note ${id}`, type: STICKY_NOTE, typeVersion: 1 };
  const parameters = writeParameters(note, kept, place.scale);
  const position = writePosition(note, place);
  return {
    ...kept,
    ...(position !== undefined && { position }),
    ...(parameters !== undefined && { parameters }),
  };
}

/** Undefined when the note came without parameters and still needs none. */
function writeParameters(note: DagNote, kept: JsonObject, scale: Scale): JsonObject | undefined {
  const original = objectOf(kept.parameters);
  const fields: Record<string, Json> = { ...original, ...writeSize(note, scale) };
  const color = note.color ?? 'yellow';
  if (color !== readColor(original.color)) fields.color = writeColor(color);
  const cameWithText = objectOf(note.ext?.n8n).hasText !== false;
  if (cameWithText || note.text !== '') fields.content = note.text;
  const untouched = !isJsonObject(kept.parameters) && Object.keys(fields).length === 0;
  return untouched ? undefined : fields;
}

/** What the file says of the size: as it came, unless it was changed since. */
function writeSize(note: DagNote, scale: Scale): JsonObject {
  const original = objectOf(keptNode(note)?.parameters);
  const from = scaleSize(readSize(original), scale);
  const { size = from } = note;
  if (size.width !== from.width || size.height !== from.height) {
    return { width: toForeign(size.width, scale.x), height: toForeign(size.height, scale.y) };
  }
  const { width, height } = original;
  return { ...(width !== undefined && { width }), ...(height !== undefined && { height }) };
}

function readSize({ width, height }: JsonObject): Size {
  return {
    width: typeof width === 'number' && width >= 0 ? width : DEFAULT_SIZE.width,
    height: typeof height === 'number' && height >= 0 ? height : DEFAULT_SIZE.height,
  };
}

function readColor(color: Json | undefined): string {
  if (typeof color === 'string' && color !== '') return color;
  return (typeof color === 'number' ? COLORS[color - 1] : undefined) ?? 'yellow';
}

function writeColor(color: string): Json {
  const at = COLORS.indexOf(color);
  return at < 0 ? color : at + 1;
}
