import { expect, test } from 'vitest';
import { validateChange } from '@core/dag/validate';
import { importN8n } from '@core/import/n8n/import-n8n';
import { applyPatch } from '@core/patch/apply-patch';
import { parsePatch } from '@core/patch/ops';
import { demoEdits } from './demo-edits';
import leads from './leads.n8n.json';

/** The largest box of the canvas with the ports the demo has, and air around it. */
const ROOM = { width: 232 + 40, height: 116 + 24 };

test('the demo is an importable workflow of known types, and its edits apply in order', () => {
  const { dag, report } = importN8n(leads, { random: (bytes) => new Uint8Array(bytes) });
  expect(report.unknownTypes).toEqual({});
  const last = demoEdits(dag).reduce((before, edit) => {
    const after = applyPatch(before, parsePatch(edit.ops).ops);
    validateChange(before, after);
    return after;
  }, dag);
  expect(Object.keys(last.nodes)).toHaveLength(9);
  const places = Object.values(last.nodes).map(({ position }) => position!);
  for (const [i, a] of places.entries()) {
    for (const b of places.slice(i + 1)) {
      const apart = Math.abs(a.x - b.x) >= ROOM.width || Math.abs(a.y - b.y) >= ROOM.height;
      expect(apart, `${JSON.stringify(a)} and ${JSON.stringify(b)}`).toBe(true);
    }
  }
});
