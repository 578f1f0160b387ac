import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as any from '../../testing/arbitraries';
import { digestDag } from '../dag/digest';
import type { Dag } from '../dag/document';
import { validateChange, validateDag } from '../dag/validate';
import { DomainError } from '../errors';
import { canonicalText } from '../json/canonical';
import type { Json } from '../json/json';
import { materialize } from '../version/materialize';
import { applyPatch, applyPatches } from './apply-patch';
import { compare } from './compare';
import { invert } from './invert';
import { squash } from './squash';

test('[P5] apply then invert is the identity, on a frozen document', () => {
  fc.assert(
    fc.property(any.edited, ({ before, ops }) => {
      any.deepFreeze(before);
      const after = any.attempt(before, any.deepFreeze(ops));
      fc.pre(after !== undefined);
      const back = applyPatch(any.deepFreeze(after), invert(before, ops));
      expect(text(back)).toBe(text(before));
      expect(digestDag(back).versionHash).toBe(digestDag(before).versionHash);
    }),
    any.runs(250),
  );
});

test('[P5] squash(a, b) applied is a and then b', () => {
  const law = any.edited.chain(({ before, ops }) => {
    const middle = any.attempt(before, ops) ?? before;
    const first = middle === before ? [] : ops;
    return any.patch(middle).map((second) => ({ before, middle, first, second }));
  });
  fc.assert(
    fc.property(law, ({ before, middle, first, second }) => {
      const after = any.attempt(any.deepFreeze(middle), second);
      fc.pre(after !== undefined);
      const one = squash(before, [first, second]);
      expect(text(applyPatch(before, one))).toBe(text(after));
      expect(squash(before, [one])).toEqual(one);
    }),
    any.runs(200),
  );
});

test('[M2] compare(a, b) applied to a gives b, deep equal and by hash', () => {
  fc.assert(
    fc.property(any.dag, any.dag, (a, b) => {
      const ops = compare(any.deepFreeze(a), any.deepFreeze(b));
      const made = applyPatch(a, ops);
      expect(text(made)).toBe(text(b));
      expect(digestDag(made).versionHash).toBe(digestDag(b).versionHash);
      expect(compare(a, structuredClone(a))).toEqual([]);
      for (const op of ops)
        expect(ops.filter(({ path }) => path.startsWith(`${op.path}/`))).toEqual([]);
    }),
    any.runs(150),
  );
});

test('[P5] no op sequence that is accepted yields an invalid document', () => {
  const sequences = any.dag.chain((start) =>
    fc.array(any.patch(start), { maxLength: 8 }).map((patches) => ({ start, patches })),
  );
  fc.assert(
    fc.property(sequences, ({ start, patches }) => {
      let current = start;
      for (const ops of patches) current = any.attempt(current, ops) ?? current;
      validateDag(JSON.parse(JSON.stringify(current)));
    }),
    any.runs(150),
  );
});

test('[D2] validateChange agrees with validateDag on whatever a patch makes of a valid document', () => {
  let refused = 0;
  fc.assert(
    fc.property(any.edited, ({ before, ops }) => {
      const after = outcome(() => applyPatch(before, ops));
      fc.pre(!(after instanceof DomainError));
      const change = outcome(() => validateChange(before, after));
      const whole = outcome(() => validateDag(structuredClone(after)));
      expect(change === undefined).toBe(whole === undefined);
      if (change !== undefined) refused += 1;
    }),
    any.runs(600),
  );
  expect(refused).toBeGreaterThan(20);
});

test('[P5] materialize is the successive application of its patches', () => {
  const chains = any.dag.chain((base) =>
    fc.array(any.patch(base), { maxLength: 6 }).map((patches) => ({ base, patches })),
  );
  fc.assert(
    fc.property(chains, ({ base, patches }) => {
      const accepted = [];
      let current = any.deepFreeze(base);
      for (const ops of patches) {
        const next = any.attempt(current, ops);
        if (next === undefined) continue;
        accepted.push(ops);
        current = any.deepFreeze(next);
      }
      expect(text(materialize(base, any.deepFreeze(accepted)))).toBe(text(current));
      expect(applyPatches(base, [])).toBe(base);
    }),
    any.runs(150),
  );
});

test('[P1] a refused patch leaves a frozen document byte for byte as it was', () => {
  let refused = 0;
  fc.assert(
    fc.property(any.edited, fc.boolean(), ({ before, ops }, spoil) => {
      const text = JSON.stringify(any.deepFreeze(before));
      const all = spoil ? [...ops, { op: 'remove' as const, path: '/ext/not/there' }] : ops;
      const result = outcome(() => applyPatch(before, any.deepFreeze(all)));
      if (result instanceof DomainError) refused += 1;
      expect(JSON.stringify(before)).toBe(text);
    }),
    any.runs(400),
  );
  expect(refused).toBeGreaterThan(20);
});

test('[P1] what the ops do not touch is shared, not copied', () => {
  fc.assert(
    fc.property(any.edited, ({ before, ops }) => {
      const after = any.attempt(before, ops);
      fc.pre(after !== undefined);
      const paths = ops.flatMap((op) => ('from' in op ? [op.from, op.path] : [op.path]));
      for (const name of ['nodes', 'edges', 'notes', 'groups'] as const) {
        for (const id of Object.keys(before[name])) {
          const at = `/${name}/${id}`;
          const touched = paths.some(
            (path) =>
              `${path}/`.startsWith(`${at}/`) || (path.length < at.length && at.startsWith(path)),
          );
          if (!touched) expect(after[name][id]).toBe(before[name][id]);
        }
      }
      if (ops.every(({ op }) => op === 'test')) expect(after).toBe(before);
    }),
    any.runs(200),
  );
});

function outcome<T>(act: () => T): T | DomainError {
  try {
    return act();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

/** Equal texts are equal documents, key order and the sign of zero aside [D5]. */
function text(dag: Dag): string {
  return canonicalText(dag as unknown as Json);
}
