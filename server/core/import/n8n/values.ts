import type { Json } from '../../json/json';
import { isJsonObject } from '../../json/json';
import { celFromExpression, expressionFromCel } from './path';

const WHOLE_HOLE = /^=\s*\{\{((?:(?!\}\}).)*)\}\}\s*$/s;

/** A parameter as CEL: a literal, or a path into the item. Undefined for anything more. */
export function celFromValue(value: Json | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'string') return JSON.stringify(value);
  if (!value.startsWith('=')) return JSON.stringify(value);
  const hole = WHOLE_HOLE.exec(value);
  return hole === null ? undefined : celFromExpression(hole[1] ?? '');
}

/** CEL as a parameter, when it is a literal or a path from the input. */
export function valueFromCel(cel: string): Json | undefined {
  const path = expressionFromCel(cel);
  if (path !== undefined) return `={{ ${path} }}`;
  const literal = parseLiteral(cel);
  return typeof literal === 'string' && literal.startsWith('=') ? undefined : literal;
}

/** A JSON literal; what is no JSON is undefined. */
export function parseLiteral(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** The items of `value` when it is a list of objects, else undefined. */
export function objectsOf(value: Json | undefined) {
  if (!Array.isArray(value)) return undefined;
  const items: readonly Json[] = value;
  const objects = items.filter(isJsonObject);
  return objects.length === items.length ? objects : undefined;
}
