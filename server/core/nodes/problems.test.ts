import { expect, test } from 'vitest';
import type { Dag, DagEdge, DagNode } from '../dag/document';
import { emptyDag } from '../dag/document';
import { drawnPorts, portsOf } from './ports';
import { problemsOf } from './problems';

const start: DagNode = { type: 'trigger.manual' };

function dagOf(nodes: Record<string, DagNode>, edges: Record<string, DagEdge> = {}): Dag {
  return { ...emptyDag(), nodes, edges };
}

function kinds(dag: Dag): string[] {
  return problemsOf(dag).map(({ kind, severity }) => `${severity} ${kind}`);
}

test('[D2] a complete workflow has no problems', () => {
  const dag = dagOf(
    {
      start,
      check: { type: 'condition', config: { expression: 'input.total > 1' } },
      end: { type: 'noop' },
    },
    {
      e1: { source: 'start', target: 'check' },
      e2: { source: 'check', sourcePort: 'true', target: 'end', targetPort: 'in' },
    },
  );
  expect(problemsOf(dag)).toEqual([]);
  expect(problemsOf(emptyDag())).toEqual([]);
});

test('[D3] an unknown type is a problem and may use any port', () => {
  const dag = dagOf(
    { start, odd: { type: 'n8n.telegram' } },
    { e: { source: 'odd', sourcePort: 'ai_tool', target: 'odd', targetPort: 'ai_tool' } },
  );
  expect(kinds(dag)).toEqual(['error unknown_type']);
  expect(
    drawnPorts(dag)
      .get('odd')
      ?.outputs.map(({ id }) => id),
  ).toEqual(['out', 'ai_tool']);
});

test('[D2] ports that a type does not have, also after its configuration changed', () => {
  const config = { cases: [{ id: 'paid', title: '', when: 'true' }] };
  const dag = dagOf(
    { start, sw: { type: 'switch', config }, end: { type: 'noop' } },
    {
      e: { source: 'sw', sourcePort: 'open', target: 'end' },
      f: { source: 'end', target: 'start' },
    },
  );
  expect(kinds(dag)).toEqual(['error unknown_port', 'error unknown_port']);
  expect(portsOf({ type: 'switch', config }).outputs.map(({ id }) => id)).toEqual([
    'paid',
    'default',
  ]);
});

test('[D6] a loop is shown as a problem', () => {
  const dag = dagOf(
    { start, a: { type: 'noop' }, b: { type: 'noop' } },
    {
      e1: { source: 'a', target: 'b' },
      e2: { source: 'b', target: 'a', feedback: true },
    },
  );
  expect(kinds(dag)).toEqual(['error feedback']);
});

test('[D2] what is switched off only warns, and so does a workflow that nothing starts', () => {
  const dag = dagOf({
    odd: { type: 'x.y', disabled: true },
    call: { type: 'http.request', disabled: true },
  });
  expect(kinds(dag)).toEqual(['warning unknown_type', 'warning config', 'warning no_trigger']);
});

test('merge has as many inputs as configured', () => {
  const { inputs } = portsOf({ type: 'merge', config: { mode: 'append', inputs: 3 } });
  expect(inputs.map(({ id }) => id)).toEqual(['in', 'in_1', 'in_2']);
});
