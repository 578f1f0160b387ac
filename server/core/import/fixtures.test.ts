import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { validateDag } from '../dag/validate';
import { problemsOf } from '../nodes/problems';
import { exportN8n } from './n8n/export-n8n';
import { importN8n } from './n8n/import-n8n';
import { seededBytes } from './seeded-bytes';

/** A box of the canvas with one port a side, and air around it. */
const ROOM = { width: 232 + 40, height: 60 + 40 };

function read(name: string) {
  const text = readFileSync(new URL(`../../../e2e/fixtures/${name}`, import.meta.url), 'utf8');
  const imported = importN8n(JSON.parse(text), { random: seededBytes() });
  validateDag(imported.dag);
  expect(exportN8n(imported.dag)).toEqual(JSON.parse(text));
  return imported;
}

test.each([
  ['orders-60.n8n.json', 60, 4],
  ['leads-8.n8n.json', 8, 1],
])(
  '%s could run as it is: known types, valid settings, no loops, no secrets',
  (...[file, nodes, notes]) => {
    const { dag, report } = read(file);
    expect(report.counts).toMatchObject({ nodes, notes });
    expect(problemsOf(dag)).toEqual([]);
    expect(report).toMatchObject({
      unknownTypes: {},
      dangling: [],
      keptAside: [],
      loops: [],
      secrets: [],
    });
  },
);

test.each(['orders-60.n8n.json', 'leads-8.n8n.json', 'inbox-12.n8n.json'])(
  '%s: there is air between any two nodes',
  (file) => {
    const places = Object.values(read(file).dag.nodes).map(({ position }) => position!);
    for (const [i, a] of places.entries()) {
      for (const b of places.slice(i + 1)) {
        const apart = Math.abs(a.x - b.x) >= ROOM.width || Math.abs(a.y - b.y) >= ROOM.height;
        expect(apart, `${JSON.stringify(a)} and ${JSON.stringify(b)}`).toBe(true);
      }
    }
  },
);

test('inbox-12.n8n.json has everything an import has to report', () => {
  const { report } = read('inbox-12.n8n.json');
  expect(report.counts).toMatchObject({ nodes: 12, notes: 1 });
  expect(report.duplicateNames).toEqual([{ name: 'Reply', count: 2 }]);
  expect(report.missingIds).toEqual(['Finished']);
  expect(report.dangling).toMatchObject([{ source: 'Ask a person', target: 'Escalate' }]);
  expect(report.loops).toMatchObject([{ sourceName: 'Pause', targetName: 'Split mails' }]);
  expect(Object.keys(report.unknownTypes)).toHaveLength(6);
  expect(report.secrets).toMatchObject([
    { nodeName: 'Reply', reason: 'a value named “X-Api-Key”' },
  ]);
});
