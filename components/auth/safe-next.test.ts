import { expect, test } from 'vitest';
import { safeNext } from './safe-next';

test('leads back to a page of this site', () => {
  expect(safeNext('/p/1/runs?workflow=2#top')).toBe('/p/1/runs?workflow=2#top');
});

test.each([
  undefined,
  '',
  'https://elsewhere.example/',
  '//elsewhere.example/',
  '/\\elsewhere.example/',
  '/\t/elsewhere.example/',
  'javascript:alert(1)',
  '/sign-in?next=/projects',
])('leads to the projects instead of %j', (next) => {
  expect(safeNext(next)).toBe('/projects');
});
