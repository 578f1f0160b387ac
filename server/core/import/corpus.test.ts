import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Dag } from '../dag/document';
import { validateDag } from '../dag/validate';
import { assertIJson } from '../json/i-json';
import { detectFormat } from './detect-format';
import { problemsOf } from '../nodes/problems';
import { ImportError } from '../errors';
import { exportN8n } from './n8n/export-n8n';
import { seededBytes } from './seeded-bytes';
import { importN8n } from './n8n/import-n8n';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const corpus = join(process.env.STEMMA_CORPUS ?? join(root, '../shared/data'), 'n8n');
const files = existsSync(corpus)
  ? readdirSync(corpus).filter((file) => file.endsWith('.json'))
  : [];

const random = seededBytes();

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
      expect(() => validateDag(dag)).not.toThrow();
      expect(() => assertIJson(dag)).not.toThrow();
      expect(detectFormat(JSON.parse(text))).toBe('n8n');
      const wrong = problemsOf(dag).filter(
        ({ kind }) => kind === 'config' || kind === 'unknown_port',
      );
      expect(wrong, 'what got a type of ours has a valid configuration').toEqual([]);
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
