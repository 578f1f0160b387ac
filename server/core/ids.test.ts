import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../testing/arbitraries';
import { ENTRY_ID, entryId, isEntryId, slug } from './ids';
import { shorten, shortTrail } from './shorten';

test.for([
  ['Fetch leads', 'fetch_leads'],
  ['  Größe & Preis!  ', 'gro_e_preis'],
  ['Crème brûlée', 'creme_brulee'],
  ['2nd try', 'nd_try'],
  ['__init__', 'init'],
  ['漢字', 'item'],
  ['', 'item'],
  ['___', 'item'],
  ['ﬁle', 'file'],
  ['a'.repeat(100), 'a'.repeat(59)],
  [`${'a'.repeat(58)} b`, 'a'.repeat(58)],
] as const)('[D6] the slug of “%s” is “%s”', ([name, expected]) => {
  expect(slug(name)).toBe(expected);
});

test('[D6] whatever the name, the id is one', () => {
  const names = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 90 }),
    fc.string({ maxLength: 90 }),
  );
  const bytes = fc.uint8Array({ minLength: 4, maxLength: 16 });
  fc.assert(
    fc.property(names, bytes, (name, random) => {
      const id = entryId(name, random);
      expect(id).toMatch(ENTRY_ID);
      expect(isEntryId(id)).toBe(true);
      expect(id.slice(0, -5)).toBe(slug(name));
      expect(entryId(name, random)).toBe(id);
    }),
    runs(500),
  );
});

test('[D6] the four characters are base32 of four random bytes, each as likely as any other', () => {
  expect(entryId('Fetch leads', Uint8Array.of(0, 31, 32, 255))).toBe('fetch_leads_0z0z');
  const last = Array.from({ length: 256 }, (_, byte) =>
    entryId('x', Uint8Array.of(0, 0, 0, byte)).at(-1),
  );
  const counts = new Map<string | undefined, number>();
  for (const letter of last) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  expect([...counts.values()]).toEqual(Array.from({ length: 32 }, () => 8));
});

test('[D6] ids are exact: nothing before, nothing after', () => {
  for (const id of ['a', 'a_', 'a0', 'a'.repeat(64)]) expect(isEntryId(id)).toBe(true);
  for (const id of ['', '_a', '0a', 'a\n', '\na', 'A', 'ä', 'a'.repeat(65)])
    expect(isEntryId(id)).toBe(false);
});

test('texts are cut between characters', () => {
  expect(shorten('short', 5)).toBe('short');
  expect(shorten('longer', 5)).toBe('long…');
  expect(shorten('abc😀d', 5)).toBe('abc…');
  expect(shortTrail(['a', 'b', 'a'], ' → ')).toBe('a → b → a');
  expect(shortTrail([...'abcdefghijkl'], '→')).toBe('a→b→c→d→e→…→i→j→k→l');
});
