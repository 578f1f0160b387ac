import type { Position } from '../../dag/document';
import type { Json, JsonObject } from '../../json/json';
import { jsonEqual } from '../../json/equal';
import { objectOf, omit } from '../objects';
import { isNear, ORIGIN, toAbsolute, toRelative } from '../place';
import { type Box, PARENT_FIELDS, readPosition } from './boxes';
import type { Kept } from './kept';

/** Files on the way to a newer React Flow name the parent twice. */
const BOTH = 'both';

/** Far below what an eye or a mouse tells apart, far above what rounding leaves. */
const ROUNDING = 1e-6;

export interface ReadPlace {
  readonly position?: Position;
  /** Members of the file's node that our entry says. */
  readonly said: readonly string[];
  readonly form: JsonObject;
}

/**
 * Where a box stands for us: in a group of ours relative to it, else on the canvas. In a parent that
 * is no group here, the file's own words are kept beside (`nested`).
 */
export function readPlace({ foreign, parent, isMember, absolute }: Box): ReadPlace {
  const said: string[] = [];
  const form: Record<string, Json> = {};
  if (isMember && parent !== undefined) {
    const named = PARENT_FIELDS.filter((field) => foreign[field] === foreign[parent.field]);
    said.push(...named);
    if (named.length > 1) form.parent = BOTH;
    else if (parent.field !== 'parentId') form.parent = parent.field;
  }
  const own = readPosition(foreign.position);
  if (own === undefined) return { said, form: { ...form, unplaced: true } };
  if (absolute !== undefined && jsonEqual(foreign.positionAbsolute, { ...absolute })) {
    said.push('positionAbsolute');
    form.absolute = true;
  }
  if (parent !== undefined && !isMember && absolute !== undefined) {
    return { position: absolute, said, form: { ...form, nested: true } };
  }
  if (Object.keys(objectOf(foreign.position)).length === 2) said.push('position');
  return { position: own, said, form };
}

export interface PlaceInFile {
  readonly position: Position | undefined;
  /** The group it is in, with its id in the file. */
  readonly group: { readonly id: Json; readonly position: Position | undefined } | undefined;
  /** Where on the canvas the box with this id in the file stands. */
  readonly standsAt: (id: Json) => Position | undefined;
}

/** What is kept of the file's node, with the place of now written in. */
export function writePlace(kept: Kept, { position, group, standsAt }: PlaceInFile): JsonObject {
  const { form } = kept;
  const fields = group === undefined ? kept.fields : withParent(kept, group.id);
  if (position === undefined) {
    return form.unplaced === true ? fields : { ...fields, position: { ...ORIGIN } };
  }
  const absolute = toAbsolute(position, group?.position);
  const placed =
    form.nested === true && group === undefined
      ? nestAgain(fields, { position, standsAt })
      : { ...fields, position: { ...objectOf(fields.position), ...position } };
  return form.absolute === true ? { ...placed, positionAbsolute: { ...absolute } } : placed;
}

/** The parent by the names that the file had for it; `parentNode` is what React Flow used before. */
function withParent({ fields, form }: Kept, id: Json): JsonObject {
  const names =
    form.parent === BOTH
      ? PARENT_FIELDS
      : [form.parent === 'parentNode' ? 'parentNode' : 'parentId'];
  const others = form.nested === true ? omit(fields, PARENT_FIELDS) : fields;
  return { ...others, ...Object.fromEntries(names.map((name) => [name, id])) };
}

/** Relative to its parent again; out of it when the parent is gone. */
function nestAgain(
  fields: JsonObject,
  { position, standsAt }: { position: Position } & Pick<PlaceInFile, 'standsAt'>,
): JsonObject {
  const parent = standsAt(fields.parentId ?? null) ?? standsAt(fields.parentNode ?? null);
  const kept = objectOf(fields.position);
  if (parent === undefined) {
    return { ...omit(fields, PARENT_FIELDS), position: { ...kept, ...position } };
  }
  const was = readPosition(kept);
  if (was !== undefined && isNear(toAbsolute(was, parent), position, ROUNDING)) return fields;
  return { ...fields, position: { ...kept, ...toRelative(position, parent) } };
}

/** [D6] The place of an earlier version, where the file means the same one. */
export function keepPlace(
  read: Position | undefined,
  before: { readonly position?: Position },
  form: JsonObject,
): Position | undefined {
  if (read === undefined) return undefined;
  if (before.position === undefined)
    return jsonEqual({ ...read }, { ...ORIGIN }) ? undefined : read;
  return form.nested === true && isNear(read, before.position, ROUNDING) ? before.position : read;
}
