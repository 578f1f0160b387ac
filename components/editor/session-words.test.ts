import { expect, test } from 'vitest';
import { joinedWords, stepWords } from './session-words';

test.each([
  [{ kind: 'undone', message: 'Move A', skipped: [] }, 'Undid “Move A”'],
  [
    { kind: 'undone', message: 'Move A', skipped: ['Add B'] },
    'Undid “Move A” (“Add B” was taken back already)',
  ],
  [
    { kind: 'redone', message: 'Move A', skipped: ['Add B', 'Add C'] },
    'Did again “Move A” (“Add B”, “Add C” were there already)',
  ],
] as const)('[T3] %j', (event, words) => {
  expect(stepWords(event)).toBe(words);
});

test('[V5] whose changes came in is told', () => {
  expect(joinedWords(['Ben'])).toBe('Ben’s changes were added.');
  expect(joinedWords(['Ben', 'Rosa'])).toBe('Ben and Rosa’s changes were added.');
  expect(joinedWords(['Ben', 'Rosa', 'Cy'])).toBe('Ben, Rosa and Cy’s changes were added.');
  expect(joinedWords([])).toBe('Your changes from elsewhere were added.');
});
