import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as any from '../../testing/arbitraries';
import { type Dag, emptyDag } from '../dag/document';
import type { Json } from '../json/json';
import { messageFromOps } from './message';
import type { Op } from './ops';

const dag: Dag = {
  ...emptyDag(),
  nodes: {
    fetch: {
      type: 'http.request',
      name: 'Fetch leads',
      position: { x: 0, y: 0 },
      config: { url: 'u' },
    },
    score: { type: 'code', name: 'Score', disabled: true, group: 'sales' },
    twin: { type: 'code', name: 'Score' },
    bare: { type: 'noop' },
  },
  edges: { e: { source: 'fetch', target: 'score' }, f: { source: 'score', target: 'bare' } },
  notes: { n: { text: 'Hello' } },
  groups: { sales: { name: 'Sales', position: { x: 0, y: 0 } }, nameless: {} },
};

const set = (path: string, value: object | Json): Op => ({ op: 'add', path, value: value as Json });
const remove = (path: string): Op => ({ op: 'remove', path });
const place = { x: 9, y: 8 };

test.for<[string, Op[]]>([
  ['Move Fetch leads', [{ op: 'replace', path: '/nodes/fetch/position', value: { x: 9, y: 8 } }]],
  ['Move 3 nodes', ['fetch', 'score', 'twin'].map((id) => set(`/nodes/${id}/position`, place))],
  [
    'Move Score into Sales',
    [set('/nodes/twin/group', 'sales'), set('/nodes/twin/position', place)],
  ],
  ['Move Score out of Sales', [remove('/nodes/score/group'), set('/nodes/score/position', place)]],
  [
    'Move 2 nodes into Sales',
    [
      set('/nodes/fetch/group', 'sales'),
      set('/nodes/twin/group', 'sales'),
      set('/nodes/twin/position', place),
    ],
  ],
  ['Move 2 nodes', [set('/nodes/fetch/group', 'sales'), set('/nodes/twin/position', place)]],
  ['Connect Fetch leads → noop', [set('/edges/g', { source: 'fetch', target: 'bare' })]],
  [
    'Make 2 connections',
    [
      set('/edges/g', { source: 'fetch', target: 'bare' }),
      set('/edges/h', { source: 'twin', target: 'bare' }),
    ],
  ],
  ['Disconnect Fetch leads → Score', [remove('/edges/e')]],
  ['Remove 2 connections', [remove('/edges/e'), remove('/edges/f')]],
  ['Reconnect Fetch leads → noop', [{ op: 'replace', path: '/edges/e/target', value: 'bare' }]],
  [
    'Connect Fetch leads → noop',
    [remove('/edges/e'), set('/edges/g', { source: 'fetch', target: 'bare' })],
  ],
  ['Add Store', [set('/nodes/store', { type: 'sql.query', name: 'Store' })]],
  ['Add sql.query', [set('/nodes/store', { type: 'sql.query', name: ' ' })]],
  [
    'Add Store',
    [
      set('/nodes/store', { type: 'sql.query', name: 'Store' }),
      set('/edges/g', { source: 'score', target: 'store' }),
    ],
  ],
  [
    'Add Store',
    [
      set('/nodes/store', { type: 'x' }),
      set('/nodes/store/name', 'Store'),
      set('/nodes/store/position', place),
    ],
  ],
  [
    'Add Between',
    [
      set('/nodes/between', { type: 'x', name: 'Between' }),
      remove('/edges/e'),
      set('/edges/g', { source: 'fetch', target: 'between' }),
      set('/edges/h', { source: 'between', target: 'score' }),
      set('/nodes/score/position', place),
    ],
  ],
  [
    'Add 2 nodes and more',
    [set('/nodes/p', { type: 'x' }), set('/nodes/q', { type: 'x' }), set('/notes/p', { text: '' })],
  ],
  ['Delete Fetch leads', [remove('/edges/e'), remove('/nodes/fetch')]],
  [
    'Delete 2 nodes',
    [remove('/edges/e'), remove('/edges/f'), remove('/nodes/score'), remove('/nodes/twin')],
  ],
  [
    'Delete 3 nodes',
    [
      remove('/edges/e'),
      remove('/edges/f'),
      remove('/nodes/fetch'),
      remove('/nodes/score'),
      remove('/nodes/bare'),
    ],
  ],
  [
    'Delete group Sales',
    [remove('/nodes/score/group'), set('/nodes/score/position', place), remove('/groups/sales')],
  ],
  ['Delete note', [remove('/notes/n')]],
  ['Rename Fetch leads to Get leads', [set('/nodes/fetch/name', 'Get leads')]],
  ['Rename noop to End', [set('/nodes/bare/name', 'End')]],
  ['Rename Fetch leads to http.request', [remove('/nodes/fetch/name')]],
  ['Rename group Sales to Marketing', [set('/groups/sales/name', 'Marketing')]],
  ['Rename 2 nodes', [set('/nodes/fetch/name', 'A'), set('/nodes/score/name', 'B')]],
  [
    'Rename Fetch leads to A and more',
    [set('/nodes/fetch/name', 'A'), set('/nodes/fetch/config/url', 'v')].reverse(),
  ],
  ['Change url of Fetch leads', [{ op: 'replace', path: '/nodes/fetch/config/url', value: 'v' }]],
  [
    'Change url of Fetch leads',
    [
      { op: 'test', path: '/nodes/fetch/config/url', value: 'u' },
      set('/nodes/fetch/config/url', 'v'),
    ],
  ],
  ['Change url of Fetch leads', [set('/nodes/fetch/config', { url: 'v' })]],
  ['Change configuration of Score', [set('/nodes/score/config', { code: '1' })]],
  [
    'Change body and url of Fetch leads',
    [set('/nodes/fetch/config/url', 'v'), set('/nodes/fetch/config/body', 'b')],
  ],
  ['Change Fetch leads', ['url', 'a', 'b'].map((key) => set(`/nodes/fetch/config/${key}`, 1))],
  [
    'Change timeout of 2 nodes',
    [set('/nodes/fetch/timeoutMs', 5), set('/nodes/twin/timeoutMs', 5)],
  ],
  ['Change retries of Score', [set('/nodes/score/retry', { maxAttempts: 2 })]],
  ['Change 2 nodes', [set('/nodes/fetch/timeoutMs', 5), set('/nodes/twin/v', 5)]],
  ['Enable Score', [remove('/nodes/score/disabled')]],
  ['Disable 2 nodes', [set('/nodes/fetch/disabled', true), set('/nodes/twin/disabled', true)]],
  ['Change note', [set('/notes/n/text', 'Bye')]],
  ['Move note', [set('/notes/n/position', place)]],
  ['Change colour of note', [set('/notes/n/color', 'red')]],
  ['Collapse group Sales', [set('/groups/sales/collapsed', true)]],
  ['Move group Sales', [set('/groups/sales/position', place)]],
  ['Resize group', [set('/groups/nameless/size', { width: 1, height: 1 })]],
  ['Change run settings', [set('/settings/run/input', {})]],
  ['Change display settings', [set('/settings/ui/grid', true)]],
  ['Change extra data', [set('/ext/n8n', {})]],
  ['No change', [{ op: 'test', path: '/schema', value: 1 }]],
  ['No change', [set('/nodes/fetch/name', 'Fetch leads')]],
])('[P3] “%s”', ([words, ops]) => {
  expect(messageFromOps(dag, ops)).toBe(words);
});

test('[P3] a message is one short line of well-formed text, whatever the patch', () => {
  fc.assert(
    fc.property(any.edited, ({ before, ops }) => {
      fc.pre(any.attempt(before, ops) !== undefined);
      const words = messageFromOps(before, ops);
      expect(words).toMatch(/^[A-Z][^\n]*$/);
      expect(words).not.toContain('undefined');
      expect(words.length).toBeLessThanOrEqual(200);
    }),
    any.runs(300),
  );
  const name = '😀'.repeat(5_000);
  const words = messageFromOps(dag, [set('/nodes/fetch/name', name)]);
  expect(words.length).toBeLessThanOrEqual(200);
  expect(words.isWellFormed()).toBe(true);
});
