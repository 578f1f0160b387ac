import { emptyDag, type Dag } from '@core/dag/document';
import { applyPatch } from '@core/patch/apply-patch';
import { describe, expect, test } from 'vitest';
import { flowFromDag } from './flow-from-dag';

const dag: Dag = {
  ...emptyDag(),
  nodes: {
    start: { type: 'trigger.manual', name: 'Start', position: { x: 0, y: 0 } },
    fetch: { type: 'http.request', name: 'Fetch leads', position: { x: 300, y: 0 }, group: 'g' },
    odd: { type: 'vendor.magic', position: { x: 600, y: 0 }, disabled: true },
  },
  edges: {
    a: { source: 'start', target: 'fetch' },
    b: { source: 'fetch', target: 'odd', targetPort: 'in_3' },
  },
  notes: { start: { text: 'Same id as a node' } },
  groups: { g: { name: 'Part', position: { x: 10, y: 10 } } },
};

describe('flowFromDag', () => {
  test('draws every entry, groups before their members, notes under ids of their own', () => {
    const flow = flowFromDag({ dag });
    expect(flow.nodes.map((node) => node.id)).toEqual([
      'group:g',
      'note:start',
      'start',
      'fetch',
      'odd',
    ]);
    expect(flow.nodes.find((node) => node.id === 'fetch')?.parentId).toBe('group:g');
    expect(flow.edges.map((edge) => [edge.sourceHandle, edge.targetHandle])).toEqual([
      ['out', 'in'],
      ['out', 'in_3'],
    ]);
  });

  test('names nodes for a screen reader', () => {
    const labels = flowFromDag({ dag }).nodes.map((node) => node.ariaLabel);
    expect(labels).toContain('Fetch leads, HTTP request');
    expect(labels).toContain('odd, vendor.magic, disabled, unknown type');
  });

  test('[D3] a port that only a connection names gets a handle', () => {
    const odd = flowFromDag({ dag }).nodes.find((node) => node.id === 'odd');
    expect(odd?.handles?.map((handle) => handle.id)).toEqual(['in', 'in_3', 'out']);
  });

  test('knows every box and handle before the browser has drawn one', () => {
    for (const node of flowFromDag({ dag }).nodes) {
      expect(node.measured).toEqual({ width: node.width, height: node.height });
      if (node.type === 'step') expect(node.handles?.length).toBeGreaterThan(0);
    }
  });

  test('an edit of one node re-creates only that node', () => {
    const before = flowFromDag({ dag });
    const next = applyPatch(dag, [
      { op: 'replace', path: '/nodes/fetch/name', value: 'Get leads' },
    ]);
    const after = flowFromDag({ dag: next }, before);
    const changed = after.nodes.filter((node, index) => node !== before.nodes[index]);
    expect(changed.map((node) => node.id)).toEqual(['fetch']);
    expect(flowFromDag({ dag: next }, after).nodes).toBe(after.nodes);
  });

  test('a new connection to a new port re-creates its ends only', () => {
    const before = flowFromDag({ dag });
    const value = { source: 'start', target: 'odd', targetPort: 'in_7' };
    const next = applyPatch(dag, [{ op: 'add', path: '/edges/c', value }]);
    const after = flowFromDag({ dag: next }, before);
    expect(
      after.nodes.filter((node) => !before.nodes.includes(node)).map((node) => node.id),
    ).toEqual(['odd']);
    expect(after.edges.slice(0, 2)).toEqual(before.edges);
    expect(after.edges[0]).toBe(before.edges[0]);
  });

  test('selection and a drag under way outlive a change of the document', () => {
    const before = flowFromDag({ dag });
    const held = before.nodes.map((node) =>
      node.id === 'fetch'
        ? { ...node, selected: true, dragging: true, position: { x: 5, y: 5 } }
        : node,
    );
    const next = applyPatch(dag, [
      { op: 'replace', path: '/nodes/fetch/name', value: 'Get leads' },
    ]);
    const after = flowFromDag({ dag: next }, { ...before, nodes: held });
    const fetch = after.nodes.find((node) => node.id === 'fetch');
    expect(fetch).toMatchObject({ selected: true, dragging: true, position: { x: 5, y: 5 } });
    expect(fetch?.ariaLabel).toBe('Get leads, HTTP request');
  });

  test('a collapsed group hides its members and takes over their connections', () => {
    const next = applyPatch(dag, [{ op: 'add', path: '/groups/g/collapsed', value: true }]);
    const flow = flowFromDag({ dag: next });
    expect(flow.nodes.find((node) => node.id === 'fetch')?.hidden).toBe(true);
    expect(flow.edges.map((edge) => [edge.source, edge.target])).toEqual([
      ['start', 'group:g'],
      ['group:g', 'odd'],
    ]);
  });

  test('a group that does not exist is no parent', () => {
    const next = applyPatch(dag, [{ op: 'replace', path: '/nodes/fetch/group', value: 'gone' }]);
    expect(
      flowFromDag({ dag: next }).nodes.find((node) => node.id === 'fetch')?.parentId,
    ).toBeUndefined();
  });
});
