import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attempt, dag, patch, placesIn, runs } from '@/server/testing/arbitraries';
import type { Dag } from '../dag/document';
import { jsonEqual } from '../json/equal';
import type { Json } from '../json/json';
import { child } from '../patch/place';
import { formatPointer, isWithin } from '../patch/pointer';
import { unitsOf } from '../patch/units';
import { blameLines, type UnitChange } from './blame';

const change = (unit: string, generation: number, versionId = `v${generation}`): UnitChange => ({
  unit,
  versionId,
  generation,
});

const ROOT = change('', 1);

describe('[M4] the lines that answer for a place', () => {
  test('what nothing touched is the first version’s', () => {
    expect(blameLines('/nodes/a', [ROOT])).toEqual([{ ...ROOT, unit: '/nodes/a' }]);
    expect(blameLines('', [ROOT])).toEqual([ROOT]);
  });

  test('a field, and the entry it is a field of', () => {
    const moved = change('/nodes/a/position', 3);
    const made = change('/nodes/a', 2);
    const changes = [ROOT, made, moved, change('/nodes/ab/position', 4)];
    expect(blameLines('/nodes/a', changes)).toEqual([moved, made]);
    expect(blameLines('/nodes/a/position', changes)).toEqual([moved]);
    expect(blameLines('/nodes/a/name', changes)).toEqual([{ ...made, unit: '/nodes/a/name' }]);
  });

  test('what was written before the entry was made again is forgotten', () => {
    const moved = change('/nodes/a/position', 3);
    const made = change('/nodes/a', 4);
    expect(blameLines('/nodes/a', [ROOT, made, moved])).toEqual([made]);
    expect(blameLines('', [ROOT, made, moved])).toEqual([made, ROOT]);
  });

  test('a place inside a list is changed with the list', () => {
    const listed = change('/nodes/a/config/list', 5);
    expect(blameLines('/nodes/a/config/list/0', [ROOT, listed])).toEqual([
      { ...listed, unit: '/nodes/a/config/list/0' },
    ]);
  });

  test('of equal generations the greater id is newer', () => {
    const [one, two] = [change('/nodes/a', 2, 'x'), change('/nodes/a/name', 2, 'y')];
    expect(blameLines('/nodes/a', [one, two])).toEqual([two, one]);
    const [three, four] = [change('/nodes/a', 2, 'y'), change('/nodes/a/name', 2, 'x')];
    expect(blameLines('/nodes/a', [three, four])).toEqual([three]);
  });
});

/** A document, the patches that went through one after another, and what each gave. */
interface History {
  readonly documents: Dag[];
  readonly newest: UnitChange[];
}

const history = dag.chain((first) => grow({ documents: [first], newest: [ROOT] }, 6));

function grow(sofar: History, more: number): fc.Arbitrary<History> {
  if (more === 0) return fc.constant(sofar);
  const before = sofar.documents.at(-1)!;
  return patch(before).chain((ops) => {
    const after = attempt(before, ops);
    if (after === undefined) return grow(sofar, more - 1);
    const generation = sofar.documents.length + 1;
    const units = unitsOf(before, ops).writes;
    const kept = sofar.newest.filter(({ unit }) => !units.includes(unit));
    const newest = [...kept, ...units.map((unit) => change(unit, generation))];
    return grow({ documents: [...sofar.documents, after], newest }, more - 1);
  });
}

const valueAt = (document: Dag, at: readonly string[]) =>
  at.reduce<Json | undefined>(
    (value, segment) => (value === undefined ? undefined : child(value, segment)),
    document as unknown as Json,
  );

test('[M4] after the newest line of a place, the place has never changed', () => {
  fc.assert(
    fc.property(history, ({ documents, newest }) => {
      const last = documents.at(-1)!;
      for (const at of placesIn(last as unknown as Json)) {
        const pointer = formatPointer(at);
        const lines = blameLines(pointer, newest);
        expect(lines.every(({ unit }) => isWithin(unit, pointer))).toBe(true);
        const since = documents.slice(lines[0]!.generation - 1);
        const value = valueAt(last, at);
        for (const document of since) {
          expect(jsonEqual(valueAt(document, at), value), pointer).toBe(true);
        }
      }
    }),
    runs(60),
  );
});
