import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as any from '../../testing/arbitraries';
import type { Dag } from '../dag/document';
import { endsKey } from '../dag/logic';
import { validateDag } from '../dag/validate';
import { DomainError } from '../errors';
import { canonicalText } from '../json/canonical';
import type { Json } from '../json/json';
import { applyPatch } from '../patch/apply-patch';
import type { Op } from '../patch/ops';
import { carryOver } from './carry-over';
import type { Choice } from './conflict';
import { mergeDags } from './merge';

const reads = (ops: readonly Op[]) =>
  ops.some(({ op }) => op === 'test' || op === 'copy' || op === 'move');

/** Both sides pull at the same few nodes and connections. */
const crowded: fc.Arbitrary<{ before: Dag; head: Dag; incoming: Dag }> = any.dag.chain((before) => {
  const side = fc
    .array(any.gesture(before), { minLength: 1, maxLength: 5 })
    .map((gestures) =>
      gestures.reduce<Dag>((dag, ops) => any.attempt(dag, ops) ?? dag, any.deepFreeze(before)),
    );
  return fc.record({ before: fc.constant(before), head: side, incoming: side });
});

/** The document with the edit carried over to it; undefined when that is refused. */
function carried(before: Dag, mine: readonly Op[], head: Dag): Dag | undefined {
  try {
    const result = carryOver(before, mine, head);
    if (result.status === 'conflict') return undefined;
    expect(text(applyPatch(head, result.ops))).toBe(text(result.dag));
    validateDag(structuredClone(result.dag));
    return result.dag;
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

test('[P5][V5] what is carried over is valid, commutes, or is refused in both orders', () => {
  let both = 0;
  let neither = 0;
  fc.assert(
    fc.property(any.concurrent, ({ before, mine, theirs }) => {
      const one = carried(before, mine.ops, theirs.after);
      const other = carried(before, theirs.ops, mine.after);
      if (one !== undefined && other !== undefined) {
        expect(text(byEnds(one))).toBe(text(byEnds(other)));
        both += 1;
      } else if (one === undefined && other === undefined) neither += 1;
      else expect(reads(mine.ops) || reads(theirs.ops)).toBe(true);
    }),
    any.runs(500),
  );
  expect(both).toBeGreaterThan(20);
  expect(neither).toBeGreaterThan(20);
});

test('[P5] merge with an unchanged side is the other side', () => {
  fc.assert(
    fc.property(any.dag, any.dag, (base, x) => {
      for (const [head, incoming] of [
        [x, base],
        [base, x],
        [x, structuredClone(x)],
      ] as const) {
        const { dag, conflicts } = mergeDags({ base, head, incoming });
        expect(conflicts).toEqual([]);
        expect(text(dag)).toBe(text(x));
      }
    }),
    any.runs(80),
  );
});

test('[P5] merge is symmetric away from conflicts, and so is whether it conflicts', () => {
  fc.assert(
    fc.property(crowded, ({ before: base, head, incoming }) => {
      const ab = mergeDags({ base, head, incoming });
      const ba = mergeDags({ base, head: incoming, incoming: head });
      expect(ab.conflicts.length > 0).toBe(ba.conflicts.length > 0);
      if (ab.conflicts.length === 0) expect(text(byEnds(ba.dag))).toBe(text(byEnds(ab.dag)));
    }),
    any.runs(300),
  );
});

test('[M3] any choice for every conflict leaves nothing open, and its result valid or refused in words', () => {
  let settled = 0;
  const choice: fc.Arbitrary<Choice> = fc.constantFrom(
    { take: 'head' },
    { take: 'incoming' },
    { take: 'base' },
  );
  fc.assert(
    fc.property(crowded, fc.infiniteStream(choice), ({ before: base, head, incoming }, choices) => {
      const sides = { base, head, incoming };
      const made = new Map<string, Choice>();
      let merged = mergeDags(sides);
      // A choice can bring up a clash that the one before had hidden.
      for (let round = 0; merged.open.length > 0 && round < 20; round += 1) {
        for (const unit of merged.open) made.set(unit, choices.next().value as Choice);
        merged = mergeDags(sides, made);
      }
      expect(merged.open).toEqual([]);
      expect(text(applyPatch(sides.head, merged.ops))).toBe(text(merged.dag));
      if (merged.problem === undefined) validateDag(structuredClone(merged.dag));
      if (made.size > 0) settled += 1;
    }),
    any.runs(300),
  );
  expect(settled).toBeGreaterThan(30);
});

test('[M3] taking the head everywhere is always valid, and open conflicts stand as that', () => {
  let conflicts = 0;
  fc.assert(
    fc.property(crowded, ({ before: base, head, incoming }) => {
      const sides = { base, head, incoming };
      const { dag, problem, open } = mergeDags(sides);
      expect(problem).toBeUndefined();
      const choices = new Map(open.map((unit) => [unit, { take: 'head' } as const]));
      expect(text(mergeDags(sides, choices).dag)).toBe(text(dag));
      if (open.length > 0) conflicts += 1;
    }),
    any.runs(500),
  );
  expect(conflicts).toBeGreaterThan(50);
});

/** Equal texts are equal documents, key order and the sign of zero aside [D5]. */
function text(value: unknown): string {
  return canonicalText(value as Json);
}

/** Of two equal connections made on both sides the one at the head stays, whatever its id is. */
function byEnds(dag: Dag): unknown {
  const edges = Object.values(dag.edges).map((edge) => [endsKey(edge), edge] as const);
  return { ...dag, edges: Object.fromEntries(edges) };
}
