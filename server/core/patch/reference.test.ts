import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as any from '../../testing/arbitraries';
import { emptyDag } from '../dag/document';
import { DomainError, IdTakenError } from '../errors';
import { canonicalText } from '../json/canonical';
import type { Json } from '../json/json';
import { applyPatch } from './apply-patch';
import type { Op } from './ops';

/** RFC 6902 as it is written, on a copy of everything; undefined when an op cannot be carried out. */
function plainly(document: Json, ops: readonly Op[]): Json | undefined {
  const root = structuredClone(document);
  return ops.every((op) => step(root, op)) ? root : undefined;
}

function step(root: Json, op: Op): boolean {
  switch (op.op) {
    case 'test': {
      const found = get(root, op.path);
      return found !== undefined && canonicalText(found) === canonicalText(op.value);
    }
    case 'add':
      return put(root, op.path, structuredClone(op.value));
    case 'remove':
      return take(root, op.path) !== undefined;
    case 'replace':
      return take(root, op.path) !== undefined && put(root, op.path, structuredClone(op.value));
    case 'copy': {
      const found = get(root, op.from);
      return found !== undefined && put(root, op.path, structuredClone(found));
    }
    case 'move': {
      if (op.path.startsWith(`${op.from}/`)) return false;
      const found = take(root, op.from);
      return found !== undefined && put(root, op.path, found);
    }
  }
}

type Container = Record<string, Json>;

function segments(pointer: string): string[] {
  const parts = pointer.split('/').slice(1);
  return parts.map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'));
}

function get(value: Json, pointer: string): Json | undefined {
  let found: Json | undefined = value;
  for (const segment of segments(pointer))
    found = has(found, segment) ? (found as Container)[segment] : undefined;
  return found;
}

function has(value: Json | undefined, segment: string): boolean {
  if (Array.isArray(value)) return String(Number(segment)) === segment && Number(segment) in value;
  return typeof value === 'object' && value !== null && Object.hasOwn(value, segment);
}

function put(root: Json, pointer: string, value: Json): boolean {
  const path = segments(pointer);
  const last = path.pop();
  const parent = get(root, pointer.slice(0, pointer.lastIndexOf('/')));
  if (last === undefined || typeof parent !== 'object' || parent === null) return false;
  if (!Array.isArray(parent)) {
    (parent as Container)[last] = value;
    return true;
  }
  const index = last === '-' ? parent.length : Number(last);
  if (last !== '-' && String(index) !== last) return false;
  if (!(index >= 0 && index <= parent.length)) return false;
  parent.splice(index, 0, value);
  return true;
}

function take(root: Json, pointer: string): Json | undefined {
  const last = segments(pointer).pop();
  const parent = get(root, pointer.slice(0, pointer.lastIndexOf('/')));
  if (last === undefined || !has(parent, last)) return undefined;
  const value = (parent as Container)[last];
  if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete (parent as Container)[last];
  return value;
}

test('[P1] patches do what a plain reading of RFC 6902 does, or are refused as it refuses them', () => {
  const edits = any.jsonObject.chain((ext) => {
    const before = { ...emptyDag(), ext: { ...ext, list: [1, [2, { a: 3 }], { b: [] }] } };
    return fc
      .array(any.rawOp(before), { minLength: 1, maxLength: 6 })
      .map((ops) => ({ before, ops }));
  });
  let done = 0;
  fc.assert(
    fc.property(edits, ({ before, ops }) => {
      const expected = plainly(before as unknown as Json, ops);
      try {
        const made = applyPatch(any.deepFreeze(before), any.deepFreeze(ops));
        expect(expected).toBeDefined();
        expect(canonicalText(made as unknown as Json)).toBe(canonicalText(expected!));
        done += 1;
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        fc.pre(!(error instanceof IdTakenError)); // ours alone [D6]
        expect(expected).toBeUndefined();
      }
    }),
    any.runs(1500),
  );
  expect(done).toBeGreaterThan(100);
});
