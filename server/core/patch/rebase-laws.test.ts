import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as any from '../../testing/arbitraries';
import type { Dag } from '../dag/document';
import { compare } from './compare';
import { OpIndex } from './op-index';
import { isWithin } from './pointer';
import { rebase } from './rebase';
import { unitsOf } from './units';

test('[P6] patches whose units do not touch are never in conflict, ends of connections aside', () => {
  fc.assert(
    fc.property(any.concurrent, ({ before, mine, theirs }) => {
      const a = unitsOf(before, mine.ops);
      const b = unitsOf(before, theirs.ops);
      const meet = (writes: readonly string[], others: readonly string[]) =>
        writes.some((unit) =>
          others.some((other) => isWithin(unit, other) || isWithin(other, unit)),
        );
      fc.pre(!meet(a.writes, [...b.writes, ...b.reads]) && !meet(b.writes, a.reads));
      const dangling =
        a.needs.some((node) => isGone(before, theirs.after, node)) ||
        b.needs.some((node) => isGone(before, mine.after, node));
      const sides = { base: before, incoming: mine.after, head: theirs.after };
      const rebased = rebase(sides, a.reads);
      expect(rebased.touches).toEqual([]);
      expect(rebased.dangling.length > 0).toBe(dangling);
    }),
    any.runs(350),
  );
});

function isGone(before: Dag, after: Dag, pointer: string): boolean {
  const id = pointer.replace('/nodes/', '');
  return Object.hasOwn(before.nodes, id) && !Object.hasOwn(after.nodes, id);
}

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
