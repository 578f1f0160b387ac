import type { DagNote, Position, Size } from '../../dag/document';
import type { Json, JsonObject } from '../../json/json';
import { isJsonObject } from '../../json/json';
import { jsonEqual } from '../../json/equal';
import type { ForeignNode } from './foreign';
import { STICKY_NOTE, objectOf, omit } from './foreign';
import { keptNode, wasMoved } from './node-lens';
import { ORIGIN, readPosition } from './position';

const DEFAULT_SIZE: Size = { width: 240, height: 160 };
/** n8n counts its colours from 1. */
const COLORS = ['yellow', 'orange', 'red', 'green', 'blue', 'purple', 'gray'];

/** A sticky note as a note. Its other fields are kept in `ext.n8n.node` for `writeNote`. */
export function readNote(foreign: ForeignNode): DagNote {
  const parameters = objectOf(foreign.parameters);
  const position = readPosition(foreign.position);
  const { content } = parameters;
  const rest = position === undefined ? foreign : omit(foreign, ['position']);
  const hasText = typeof content === 'string';
  const node = hasText ? { ...rest, parameters: omit(parameters, ['content']) } : rest;
  return {
    text: hasText ? content : '',
    position: position ?? ORIGIN,
    size: readSize(parameters),
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

export interface WriteNoteArgs {
  readonly id: string;
  readonly position: Position;
}

/** A note as a sticky note: the original, with what was edited changed. */
export function writeNote(note: DagNote, { id, position }: WriteNoteArgs): JsonObject {
  const kept = keptNode(note) ?? { id, name: `Note ${id}`, type: STICKY_NOTE, typeVersion: 1 };
  const parameters = writeParameters(note, kept);
  return {
    ...kept,
    ...(wasMoved(note, position) && { position: [position.x, position.y] }),
    ...(parameters !== undefined && { parameters }),
  };
}

/** Undefined when the note came without parameters and still needs none. */
function writeParameters(note: DagNote, kept: JsonObject): JsonObject | undefined {
  const original = objectOf(kept.parameters);
  const fields: Record<string, Json> = { ...original };
  const size = note.size ?? DEFAULT_SIZE;
  if (!jsonEqual({ ...size }, { ...readSize(original) })) {
    fields.width = size.width;
    fields.height = size.height;
  }
  const color = note.color ?? 'yellow';
  if (color !== readColor(original.color)) fields.color = writeColor(color);
  const cameWithText = objectOf(note.ext?.n8n).hasText !== false;
  if (cameWithText || note.text !== '') fields.content = note.text;
  const untouched = !isJsonObject(kept.parameters) && Object.keys(fields).length === 0;
  return untouched ? undefined : fields;
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
