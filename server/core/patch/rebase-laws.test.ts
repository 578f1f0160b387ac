import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as any from '../../testing/arbitraries';
import type { Dag } from '../dag/document';
import { canonicalText } from '../json/canonical';
import type { Json } from '../json/json';
import { mergeDags } from '../version/merge';
import { applyPatch } from './apply-patch';
import { compare } from './compare';
import { OpIndex } from './op-index';
import type { Op } from './ops';
import { isWithin } from './pointer';
import { rebase } from './rebase';
import { unitsOf } from './units';

/** Both edits are accepted on the document they were made for. */
const concurrent = any.editedTwice
  .map(({ before, mine, theirs }) => ({
    before: any.deepFreeze(before),
    mine: { ops: mine, after: any.attempt(before, mine) },
    theirs: { ops: theirs, after: any.attempt(before, theirs) },
  }))
  .filter(({ mine, theirs }) => mine.after !== undefined && theirs.after !== undefined);

const reads = (ops: readonly Op[]) =>
  ops.some(({ op }) => op === 'test' || op === 'copy' || op === 'move');

function carried(before: Dag, mine: readonly Op[], theirs: Dag): Dag | undefined {
  const result = rebase(before, mine, theirs);
  return result.status === 'rebased' ? applyPatch(theirs, result.ops) : undefined;
}

test('[P5] rebase commutes or is refused in both orders', () => {
  let both = 0;
  let neither = 0;
  fc.assert(
    fc.property(concurrent, ({ before, mine, theirs }) => {
      const one = carried(before, mine.ops, theirs.after!);
      const other = carried(before, theirs.ops, mine.after!);
      if (one !== undefined && other !== undefined) {
        expect(text(one)).toBe(text(other));
        both += 1;
      } else if (one === undefined && other === undefined) neither += 1;
      else expect(reads(mine.ops) || reads(theirs.ops)).toBe(true);
    }),
    any.runs(500),
  );
  expect(both).toBeGreaterThan(20);
  expect(neither).toBeGreaterThan(20);
});

test('[P6] patches whose units do not touch are never in conflict, ends of connections aside', () => {
  fc.assert(
    fc.property(concurrent, ({ before, mine, theirs }) => {
      const a = unitsOf(before, mine.ops);
      const b = unitsOf(before, theirs.ops);
      const meet = (writes: readonly string[], others: readonly string[]) =>
        writes.some((unit) =>
          others.some((other) => isWithin(unit, other) || isWithin(other, unit)),
        );
      fc.pre(!meet(a.writes, [...b.writes, ...b.reads]) && !meet(b.writes, a.reads));
      const dangling =
        a.needs.some((node) => isGone(before, theirs.after!, node)) ||
        b.needs.some((node) => isGone(before, mine.after!, node));
      expect(rebase(before, mine.ops, theirs.after!).status).toBe(
        dangling ? 'conflict' : 'rebased',
      );
    }),
    any.runs(350),
  );
});

function isGone(before: Dag, after: Dag, pointer: string): boolean {
  const id = pointer.replace('/nodes/', '');
  return Object.hasOwn(before.nodes, id) && !Object.hasOwn(after.nodes, id);
}

test('[P5] merge with an unchanged side is the other side', () => {
  fc.assert(
    fc.property(any.dag, any.dag, (base, x) => {
      expect(merged(base, x, base)).toBe(text(x));
      expect(merged(base, base, x)).toBe(text(x));
      expect(merged(base, x, structuredClone(x))).toBe(text(x));
    }),
    any.runs(80),
  );
});

test('[P5] merge is symmetric, and so is whether it conflicts', () => {
  fc.assert(
    fc.property(concurrent, ({ before, mine, theirs }) => {
      const ab = mergeDags(before, mine.after!, theirs.after!);
      const ba = mergeDags(before, theirs.after!, mine.after!);
      expect(ab.status).toBe(ba.status);
      if (ab.status === 'merged' && ba.status === 'merged') expect(text(ba.dag)).toBe(text(ab.dag));
      if (ab.status === 'conflict' && ba.status === 'conflict')
        expect(ba.conflicts).toHaveLength(ab.conflicts.length);
    }),
    any.runs(300),
  );
});

test('[P6] the index finds what touches a pointer as a plain search does', () => {
  fc.assert(
    fc.property(any.dag, any.dag, any.dag, (a, b, c) => {
      const ops = compare(a, b);
      const index = new OpIndex(ops);
      for (const pointer of ['', '/nodes', ...compare(a, c).map(({ path }) => path)]) {
        const plain = ops.filter(({ path }) => isWithin(path, pointer) || isWithin(pointer, path));
        const found = index.touching(pointer);
        expect(new Set(found)).toEqual(new Set(plain));
        expect(found).toHaveLength(plain.length);
      }
    }),
    any.runs(80),
  );
});

/** Equal texts are equal documents, key order and the sign of zero aside [D5]. */
function text(dag: Dag): string {
  return canonicalText(dag as unknown as Json);
}

function merged(base: Dag, ours: Dag, theirs: Dag): string | undefined {
  const result = mergeDags(base, ours, theirs);
  return result.status === 'merged' ? text(result.dag) : undefined;
}
