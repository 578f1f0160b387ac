import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attempt, dag, deepFreeze, gesture, placesIn, runs } from '../../testing/arbitraries';
import type { Dag } from '../dag/document';
import { jsonEqual } from '../json/equal';
import { isJsonObject, type Json } from '../json/json';
import { compare } from '../patch/compare';
import { formatPointer } from '../patch/pointer';
import { valueAt } from '../patch/value-at';
import { blameLines, type UnitChange } from './blame';
import type { Choice } from './conflict';
import { mergeDags } from './merge';

type Side = 'head' | 'incoming' | 'base';

/** Both sides pull at the same few nodes, and conflicts are settled one way or another. */
const forks = dag.chain((base) => {
  const side = fc
    .array(gesture(base), { minLength: 1, maxLength: 5 })
    .map((gestures) =>
      gestures.reduce<Dag>((sofar, ops) => attempt(sofar, ops) ?? sofar, deepFreeze(base)),
    );
  const takes = fc.infiniteStream(fc.constantFrom<Side[]>('head', 'incoming', 'base'));
  return fc.record({ base: fc.constant(base), head: side, incoming: side, takes });
});

/*
 *         ┌─ ours ───┐
 *  base ──┤          ├── merge
 *         └─ theirs ─┘
 */
test('[M4] whoever blame names for a field of a merge has it as it is there', () => {
  let settledByMerge = 0;
  fc.assert(
    fc.property(forks, fc.boolean(), ({ base, head, incoming, takes }, oursFirst) => {
      const sides = { base, head, incoming };
      const choices = new Map(
        mergeDags(sides).conflicts.map(({ unit }): [string, Choice] => [
          unit,
          { take: takes.next().value as Side },
        ]),
      );
      const { dag: merged, settled } = mergeDags(sides, choices);
      const documents: Record<string, Dag> = { base, ours: head, theirs: incoming, merge: merged };
      const touched = (id: string, generation: number, units: readonly string[]) =>
        units.map((unit): UnitChange => ({ unit, versionId: id, generation }));
      const paths = (side: Dag) => compare(base, side).map(({ path }) => path);
      const changes = [
        ...touched('base', 1, ['']),
        ...touched('ours', oursFirst ? 2 : 3, paths(head)),
        ...touched('theirs', oursFirst ? 3 : 2, paths(incoming)),
        ...touched('merge', 4, settled),
      ].sort((a, b) => a.generation - b.generation);
      const newest = [...new Map(changes.map((change) => [change.unit, change])).values()];
      for (const pointer of leavesOf(merged)) {
        const [line] = blameLines(pointer, newest);
        if (line!.versionId === 'merge') settledByMerge += 1;
        const named = documents[line!.versionId]!;
        const agrees = jsonEqual(valueAt(named, pointer), valueAt(merged, pointer));
        expect(agrees, `${pointer} of ${line!.versionId}`).toBe(true);
      }
    }),
    runs(300),
  );
  expect(settledByMerge).toBeGreaterThan(0);
});

/** Fields that hold a value of their own; what became of an entry is told by its fields. */
function leavesOf(document: Dag): string[] {
  return placesIn(document as unknown as Json)
    .map(formatPointer)
    .filter((pointer) => !isJsonObject(valueAt(document, pointer)));
}
