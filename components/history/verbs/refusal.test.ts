import { describe, expect, test } from 'vitest';
import type { TagMove } from '@/server/api/tag/schemas';
import { refusalOf, type Verb } from './refusal';
import { subjectOfMove } from './subject';

const move = (kind: TagMove['kind'], to = 'old') =>
  subjectOfMove({ kind, to, seq: 3, message: 'Rename A' } as TagMove);
const main = { name: 'main', protected: false, target: 'head' };
const verbs: readonly Verb[] = ['restore', 'revert', 'cherryPick', 'reset', 'branch'];

/** Which verbs are offered. */
const offered = (
  subject: ReturnType<typeof move>,
  circumstances: Parameters<typeof refusalOf>[2],
) => verbs.filter((verb) => refusalOf(verb, subject, circumstances) === undefined);

describe('[A3] what is offered for a version', () => {
  test('everything to an admin, all but reset to who edits, nothing to who reads', () => {
    expect(offered(move('edit'), { role: 'admin', tag: main })).toEqual(verbs);
    expect(offered(move('edit'), { role: 'analyst', tag: main })).toEqual(
      verbs.filter((verb) => verb !== 'reset'),
    );
    expect(offered(move('edit'), { role: 'reviewer', tag: main })).toEqual([]);
    expect(offered(move('edit'), { role: 'viewer', tag: main })).toEqual([]);
  });

  test('of a protected branch only what leaves it as it is', () => {
    const tag = { ...main, protected: true };
    expect(offered(move('edit'), { role: 'admin', tag })).toEqual(['cherryPick', 'branch']);
    expect(refusalOf('restore', move('edit'), { role: 'admin', tag })).toBe('main is protected.');
  });

  test('what the branch is now can be reverted, and not restored', () => {
    const subject = move('edit', 'head');
    expect(offered(subject, { role: 'admin', tag: main })).toEqual([
      'revert',
      'cherryPick',
      'branch',
    ]);
  });

  test.each(['create', 'undo', 'redo', 'compaction', 'reset'] as const)(
    '%s is no edit, and that is said',
    (kind) => {
      expect(offered(move(kind), { role: 'admin', tag: main })).toEqual([
        'restore',
        'reset',
        'branch',
      ]);
      expect(refusalOf('revert', move(kind), { role: 'admin', tag: main })).toMatch(/\.$/);
    },
  );
});
