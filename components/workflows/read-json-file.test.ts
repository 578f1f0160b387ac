import { expect, test } from 'vitest';
import { readJsonFile } from './read-json-file';

test('reads JSON, whatever the file is called', async () => {
  expect(await readJsonFile(new File(['{"nodes":[]}'], 'a.txt'))).toEqual({
    ok: true,
    value: { nodes: [] },
  });
});

test.each([
  [new File([], 'a.json'), 'a.json is empty.'],
  [
    new File(['hello'], 'a.json'),
    'a.json is not JSON. Export the workflow as JSON and choose that file.',
  ],
  [
    new File(['x'.repeat(20_000_001)], 'a.json'),
    'a.json is 20.0 MB. Files up to 20 MB can be imported.',
  ],
])('says why a file cannot be a workflow', async (file, message) => {
  expect(await readJsonFile(file)).toEqual({ ok: false, message });
});
