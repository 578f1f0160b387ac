import { isForbiddenKey } from '../../../json/i-json';
import type { Json, JsonObject } from '../../../json/json';
import { objectOf } from '../../objects';
import type { Translation } from '../translation';
import { holdsOnly } from '../translation';
import { celFromValue, objectsOf, parseLiteral } from '../values';

/** Assignments of literals and of paths into the item; what is written back are literals only. */
export const setTranslation: Translation = {
  foreign: 'n8n-nodes-base.set',
  own: 'transform',
  typeVersion: 3.4,
  read(parameters, { typeVersion }) {
    const { mode = 'manual', include = 'all', includeOtherFields = false } = parameters;
    const known = ['mode', 'include', 'includeOtherFields', 'assignments'];
    if (
      typeVersion < 3.3 ||
      mode !== 'manual' ||
      include !== 'all' ||
      !holdsOnly(parameters, known)
    ) {
      return undefined;
    }
    const fields = readAssignments(objectOf(parameters.assignments).assignments);
    return fields === undefined ? undefined : { fields, keepInput: includeOtherFields === true };
  },
  write({ fields, keepInput }) {
    const entries = Object.entries(objectOf(fields)).map(([name, cel]) =>
      writeAssignment(name, cel),
    );
    const assignments = entries.filter((entry) => entry !== undefined);
    if (assignments.length < entries.length) return undefined;
    return {
      assignments: { assignments },
      ...(keepInput === true && { includeOtherFields: true }),
      options: {},
    };
  },
};

export const waitTranslation: Translation = {
  foreign: 'n8n-nodes-base.wait',
  own: 'delay',
  typeVersion: 1.1,
  read(parameters, { typeVersion }) {
    const { resume = 'timeInterval' } = parameters;
    const fallback =
      typeVersion < 1.1 ? { amount: 1, unit: 'hours' } : { amount: 5, unit: 'seconds' };
    if (resume !== 'timeInterval' || !holdsOnly(parameters, ['resume', 'amount', 'unit']))
      return undefined;
    const { amount = fallback.amount, unit = fallback.unit } = parameters;
    const fits = typeof amount === 'number' && amount >= 0 && amount <= 1_000_000;
    return fits && isUnit(unit) ? { mode: 'duration', amount, unit, until: '' } : undefined;
  },
  write({ mode, amount, unit }) {
    return mode === 'duration' && typeof amount === 'number' && isUnit(unit)
      ? { amount, unit }
      : undefined;
  },
};

function readAssignments(value: Json | undefined): JsonObject | undefined {
  const assignments = objectsOf(value);
  if (assignments === undefined) return undefined;
  const fields: Record<string, Json> = {};
  for (const { name, value: assigned, type } of assignments) {
    if (typeof name !== 'string' || name === '' || /^=|[.[\]]/.test(name) || isForbiddenKey(name))
      return undefined;
    const cel = celFromValue(typed(assigned, type));
    if (cel === undefined) return undefined;
    fields[name] = cel;
  }
  return fields;
}

/** n8n keeps numbers, lists and objects also as text. */
function typed(value: Json | undefined, type: Json | undefined): Json | undefined {
  if (typeof value !== 'string' || value.startsWith('=') || type === 'string') return value;
  const literal = parseLiteral(value);
  const actual = Array.isArray(literal) ? 'array' : typeof literal;
  return actual === type ? literal : undefined;
}

function writeAssignment(name: string, cel: Json): JsonObject | undefined {
  const value = typeof cel === 'string' ? parseLiteral(cel) : undefined;
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) return { id: name, name, type: 'array', value: JSON.stringify(value) };
  if (typeof value === 'object')
    return { id: name, name, type: 'object', value: JSON.stringify(value) };
  return { id: name, name, type: typeof value, value };
}

function isUnit(unit: Json | undefined): unit is string {
  return unit === 'seconds' || unit === 'minutes' || unit === 'hours' || unit === 'days';
}
