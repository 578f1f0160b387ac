import type { Dag } from '../../server/core/dag/document';

export interface DemoEdit {
  by: 'ada' | 'ben';
  ops: unknown;
}

/** What the demo's people did to the imported workflow, so that its history is worth reading. */
export function demoEdits(dag: Dag): DemoEdit[] {
  const id = (name: string) => idOf(dag, name);
  const edge = (from: string, to: string) => edgeOf(dag, id(from), id(to));
  return [
    { by: 'ben', ops: [replace(`/nodes/${id('Set aside')}/position`, { x: 870, y: 372 })] },
    { by: 'ada', ops: [replace(`/nodes/${id('Score')}/name`, 'Score the lead')] },
    {
      by: 'ada',
      ops: [add(`/nodes/${id('Fetch leads')}/config/query/status`, 'new')],
    },
    {
      by: 'ben',
      ops: [add(`/nodes/${id('Look up company')}/retry`, { maxAttempts: 3, backoffMs: 2000 })],
    },
    {
      by: 'ada',
      ops: [
        add('/nodes/worth_a_call_d3m0', {
          type: 'condition',
          v: 1,
          name: 'Worth a call?',
          position: { x: 1450, y: 48 },
          config: { expression: 'input.score >= 50' },
        }),
        replace(`/nodes/${id('Tell sales')}/position`, { x: 1740, y: 48 }),
        { op: 'remove', path: `/edges/${edge('Score', 'Tell sales')}` },
        add('/edges/score_worth_a_call_d3m1', {
          source: id('Score'),
          sourcePort: 'out',
          target: 'worth_a_call_d3m0',
          targetPort: 'in',
        }),
        add('/edges/worth_a_call_tell_sales_d3m2', {
          source: 'worth_a_call_d3m0',
          sourcePort: 'true',
          target: id('Tell sales'),
          targetPort: 'in',
        }),
      ],
    },
    { by: 'ben', ops: [replace(`/nodes/${id('Tell sales')}/name`, 'Tell the sales team')] },
  ];
}

function replace(path: string, value: unknown) {
  return { op: 'replace', path, value };
}

function add(path: string, value: unknown) {
  return { op: 'add', path, value };
}

function idOf(dag: Dag, name: string): string {
  const found = Object.entries(dag.nodes).find(([, node]) => node.name === name);
  if (!found) throw new Error(`The demo's workflow has no node named “${name}”.`);
  return found[0];
}

function edgeOf(dag: Dag, source: string, target: string): string {
  const found = Object.entries(dag.edges).find(
    ([, edge]) => edge.source === source && edge.target === target,
  );
  if (!found) throw new Error('The demo’s workflow lacks a connection.');
  return found[0];
}
