import { assertEntryShape } from '../../dag/shape';
import { DomainError } from '../../errors';
import type { Json, JsonObject } from '../../json/json';
import { isJsonObject } from '../../json/json';
import type { BoxCollection } from './boxes';

/** The member of a node of the file for what React Flow has no word for. */
export const OURS = 'stemma';

const FIELDS: Readonly<Record<BoxCollection, readonly string[]>> = {
  nodes: ['v', 'disabled', 'retry', 'timeoutMs'],
  notes: ['color'],
  groups: ['collapsed'],
};

/** Entries that have nothing but what they must have. */
const BARE: Readonly<Record<BoxCollection, JsonObject>> = {
  nodes: { type: 'any' },
  notes: { text: '' },
  groups: {},
};

/** What the file says in our own words; undefined when it says nothing that can be ours. */
export function readOurs(collection: BoxCollection, foreign: JsonObject): JsonObject | undefined {
  const ours = foreign[OURS];
  if (!isJsonObject(ours)) return undefined;
  const keys = Object.keys(ours);
  const isKnown = keys.length > 0 && keys.every((key) => FIELDS[collection].includes(key));
  return isKnown && fits(collection, ours) ? ours : undefined;
}

export function pickOurs(collection: BoxCollection, entry: object): JsonObject {
  const fields = Object.entries(entry) as [string, Json | undefined][];
  const ours = fields.filter(
    ([key, value]) => FIELDS[collection].includes(key) && value !== undefined,
  );
  return Object.fromEntries(ours) as JsonObject;
}

export function writeOurs(collection: BoxCollection, entry: object): JsonObject {
  const ours = pickOurs(collection, entry);
  return Object.keys(ours).length === 0 ? {} : { [OURS]: ours };
}

function fits(collection: BoxCollection, fields: JsonObject): boolean {
  try {
    assertEntryShape(collection, OURS, { ...BARE[collection], ...fields });
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}
