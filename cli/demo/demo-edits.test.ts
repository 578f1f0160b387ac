import { expect, test } from 'vitest';
import { validateChange } from '@core/dag/validate';
import { importN8n } from '@core/import/n8n/import-n8n';
import { applyPatch } from '@core/patch/apply-patch';
import { parsePatch } from '@core/patch/ops';
import { demoEdits } from './demo-edits';
import leads from './leads.n8n.json';

test('the demo is an importable workflow of known types, and its edits apply in order', () => {
  const { dag, report } = importN8n(leads, { random: (bytes) => new Uint8Array(bytes) });
  expect(report.unknownTypes).toEqual({});
  const last = demoEdits(dag).reduce((before, edit) => {
    const after = applyPatch(before, parsePatch(edit.ops).ops);
    validateChange(before, after);
    return after;
  }, dag);
  expect(Object.keys(last.nodes)).toHaveLength(9);
});
