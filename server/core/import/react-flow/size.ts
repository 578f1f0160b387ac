import type { Size } from '../../dag/document';
import type { JsonObject } from '../../json/json';
import { objectOf, omit } from '../objects';
import type { Kept } from './kept';

const SIDES = ['width', 'height'];

export interface ReadSize {
  readonly size?: Size;
  /** The file's node without what `size` says. */
  readonly rest: JsonObject;
  readonly form: JsonObject;
}

/** The size a node was given by its style, or else by itself. */
export function readSize(foreign: JsonObject): ReadSize {
  const style = objectOf(foreign.style);
  const styled = sizeIn(style);
  if (styled !== undefined) {
    const others = omit(style, SIDES);
    const rest = omit(foreign, ['style']);
    const isSaid = Object.keys(others).length === 0;
    return { size: styled, rest: isSaid ? rest : { ...rest, style: others }, form: {} };
  }
  const size = sizeIn(foreign);
  if (size === undefined) return { rest: foreign, form: {} };
  return { size, rest: omit(foreign, SIDES), form: { size: 'node' } };
}

export function writeSize(size: Size | undefined, { fields, form }: Kept): JsonObject {
  if (size === undefined) return {};
  return form.size === 'node' ? { ...size } : { style: { ...objectOf(fields.style), ...size } };
}

function sizeIn({ width, height }: JsonObject): Size | undefined {
  const isSize = typeof width === 'number' && typeof height === 'number';
  return isSize && width >= 0 && height >= 0 ? { width, height } : undefined;
}
