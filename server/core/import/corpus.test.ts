import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Dag } from '../dag/document';
import { ImportError } from '../errors';
import { isEntryId } from '../ids';
import { exportN8n } from './n8n/export-n8n';
import { importN8n } from './n8n/import-n8n';

const corpus = join(resolve(process.env.STEMMA_CORPUS ?? '../shared/data'), 'n8n');
const files = existsSync(corpus)
  ? readdirSync(corpus).filter((file) => file.endsWith('.json'))
  : [];

let seed = 1;
function random(bytes: number): Uint8Array {
  return Uint8Array.from({ length: bytes }, () => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return seed >>> 16;
  });
}

/** [D2] Ends exist, no loop apart from feedback, no duplicate and no self edge, ids by the pattern. */
function expectSound(dag: Dag): void {
  const ids = [...Object.keys(dag.nodes), ...Object.keys(dag.notes), ...Object.keys(dag.edges)];
  expect(ids.filter((id) => !isEntryId(id))).toEqual([]);
  const edges = Object.values(dag.edges);
  const keys = edges.map((e) => [e.source, e.sourcePort, e.target, e.targetPort].join(' '));
  expect(new Set(keys).size).toBe(keys.length);
  const waiting = new Map(Object.keys(dag.nodes).map((id) => [id, 0]));
  for (const { source, target, feedback } of edges) {
    expect(source).not.toBe(target);
    expect(waiting.has(source) && waiting.has(target)).toBe(true);
    if (feedback !== true) waiting.set(target, (waiting.get(target) ?? 0) + 1);
  }
  const ready = [...waiting].filter(([, n]) => n === 0).map(([id]) => id);
  for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
    waiting.delete(id);
    for (const { source, target, feedback } of edges) {
      if (source !== id || feedback === true) continue;
      waiting.set(target, (waiting.get(target) ?? 0) - 1);
      if (waiting.get(target) === 0) ready.push(target);
    }
  }
  expect([...waiting.keys()]).toEqual([]);
}

describe.skipIf(files.length === 0)(
  files.length === 0
    ? '[D3] real workflows (skipped: no corpus, set STEMMA_CORPUS)'
    : '[D3] real workflows',
  () => {
    const workflows = files.filter((file) => file !== '1409_Send.json');

    test.each(workflows)('%s comes back equal, and is found again when imported again', (file) => {
      const text = readFileSync(join(corpus, file), 'utf8');
      const { dag, report } = importN8n(JSON.parse(text), { random });
      const stored = JSON.parse(JSON.stringify(dag, sortedKeys)) as Dag;
      expect(exportN8n(stored)).toEqual(JSON.parse(text));
      expectSound(dag);
      const again = importN8n(JSON.parse(text), { random, existing: stored });
      expect(again.dag).toEqual(dag);
      expect(again.report.matched).toBe(report.counts.nodes + report.counts.notes);
    });

    test('what is no workflow is refused with the reason', () => {
      const source: unknown = JSON.parse(readFileSync(join(corpus, '1409_Send.json'), 'utf8'));
      expect(() => importN8n(source, { random })).toThrow(ImportError);
      expect(() => importN8n(source, { random })).toThrow(/no list of nodes/);
    });
  },
);

/** The store keeps documents in canonical form: keys in order. */
function sortedKeys(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
