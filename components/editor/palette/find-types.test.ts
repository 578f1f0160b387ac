import { listDescriptors } from '@core/nodes/registry';
import { expect, test } from 'vitest';
import { findTypes } from './find-types';

const titles = (query: string) =>
  findTypes(listDescriptors(), query).flatMap((group) => group.types.map((type) => type.type));

test('everything, by category, when nothing is asked', () => {
  expect(titles('')).toHaveLength(listDescriptors().length);
  const categories = findTypes(listDescriptors(), '').map((group) => group.category);
  expect(new Set(categories).size).toBe(categories.length);
});

test('every word has to fit somewhere', () => {
  expect(titles('http')).toContain('http.request');
  expect(titles('trigger manual')).toEqual(['trigger.manual']);
  expect(titles('no such thing')).toEqual([]);
});
