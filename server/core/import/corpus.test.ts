import { describe, expect, test } from 'vitest';
import { casesOf, corpusTitle, flowHistories, n8nFiles } from '../../testing/corpus';
import type { Dag } from '../dag/document';
import { validateDag } from '../dag/validate';
import { ImportError } from '../errors';
import { canonicalText } from '../json/canonical';
import { assertIJson } from '../json/i-json';
import type { Json } from '../json/json';
import { problemsOf } from '../nodes/problems';
import { applyPatch } from '../patch/apply-patch';
import { compare } from '../patch/compare';
import { detectFormat } from './detect-format';
import { importDocument } from './import-document';
import { exportN8n } from './n8n/export-n8n';
import { importN8n } from './n8n/import-n8n';
import { exportReactFlow } from './react-flow/export-react-flow';
import { importReactFlow } from './react-flow/import-react-flow';
import { seededBytes } from './seeded-bytes';

const NO_WORKFLOW = '1409_Send.json';
const files = n8nFiles();
const workflows = files.filter(({ name }) => name !== NO_WORKFLOW);
const histories = flowHistories();

const random = seededBytes();

describe.skipIf(files.length === 0)(corpusTitle('[D3] real workflows', files), () => {
  test.each(workflows)('$name comes back equal, and is found again when imported again', (file) => {
    const source = (): unknown => JSON.parse(file.text);
    const { dag, report } = importN8n(source(), { random });
    expect(exportN8n(stored(dag))).toEqual(source());
    expect(() => validateDag(dag)).not.toThrow();
    expect(() => assertIJson(dag)).not.toThrow();
    expect(detectFormat(source())).toBe('n8n');
    const wrong = problemsOf(dag).filter(
      ({ kind }) => kind === 'config' || kind === 'unknown_port',
    );
    expect(wrong, 'what got a type of ours has a valid configuration').toEqual([]);
    const again = importN8n(source(), { random, existing: stored(dag) });
    expect(again.dag).toEqual(dag);
    expect(again.report.matched).toBe(report.counts.nodes + report.counts.notes);
  });

  test.each(workflows)('$name through React Flow and back is the same document', ({ text }) => {
    const { dag } = importN8n(JSON.parse(text), { random });
    const flow = exportReactFlow(stored(dag));
    expect(detectFormat(flow)).toBe(Object.keys(dag.nodes).length > 0 ? 'react-flow' : 'stemma');
    const back = importReactFlow(flow, { random, existing: stored(dag) });
    expect(compare(stored(dag), stored(back.dag))).toEqual([]);
  });

  test('what is no workflow is refused with the reason', () => {
    const source: unknown = JSON.parse(files.find(({ name }) => name === NO_WORKFLOW)!.text);
    expect(() => importN8n(source, { random })).toThrow(ImportError);
    expect(() => importN8n(source, { random })).toThrow(/no list of nodes/);
  });
});

describe.skipIf(histories.length === 0)(
  corpusTitle('[D3][D6] real histories of React Flow documents', histories),
  () => {
    test.each(casesOf(histories))('$name: every revision comes back equal', ({ revisions }) => {
      let head: Dag | undefined;
      for (const { name, text } of revisions) {
        const source = (): unknown => JSON.parse(text);
        expect(detectFormat(source())).toBe('react-flow');
        const alone = importDocument(source(), { random });
        expect(exportReactFlow(stored(alone.dag)), name).toEqual(source());
        const next = importDocument(source(), { random, ...(head && { existing: head }) });
        const after = head ? applyPatch(head, compare(head, next.dag)) : next.dag;
        expect(() => validateDag(after)).not.toThrow();
        expect(exportReactFlow(stored(after)), name).toEqual(source());
        head = stored(after);
        const again = importDocument(source(), { random, existing: head });
        expect(compare(head, again.dag), 'the same file again changes nothing').toEqual([]);
      }
    });
  },
);

/** As the store gives it back: canonical, keys in order. */
function stored(dag: Dag): Dag {
  return JSON.parse(canonicalText(dag as unknown as Json)) as Dag;
}
