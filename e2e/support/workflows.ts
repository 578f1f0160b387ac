import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Dag } from '../../server/core/dag/document';
import { mutate, type Outputs, query } from './api';

type Created = Outputs['workflow']['create'];

const FIXTURES = {
  inbox: 'e2e/fixtures/inbox-12.n8n.json',
  leads: 'e2e/fixtures/leads-8.n8n.json',
  orders: 'e2e/fixtures/orders-60.n8n.json',
} as const;

export type Fixture = keyof typeof FIXTURES;

export function fixtureFile(fixture: Fixture): string {
  return FIXTURES[fixture];
}

export function fixtureJson(fixture: Fixture): Record<string, unknown> {
  return JSON.parse(readFileSync(FIXTURES[fixture], 'utf8')) as Record<string, unknown>;
}

/** Start → Fetch → Store, with room around and a step that is connected to nothing. */
export const SMALL = {
  schema: 1,
  nodes: {
    start: { type: 'trigger.manual', v: 1, name: 'Start', position: { x: 0, y: 0 }, config: {} },
    fetch: {
      type: 'http.request',
      v: 1,
      name: 'Fetch',
      position: { x: 272, y: 0 },
      config: { url: 'https://example.org/orders' },
    },
    store: { type: 'noop', v: 1, name: 'Store', position: { x: 544, y: 0 }, config: {} },
    spare: { type: 'noop', v: 1, name: 'Spare', position: { x: 272, y: 144 }, config: {} },
  },
  edges: {
    e1: { source: 'start', sourcePort: 'out', target: 'fetch', targetPort: 'in' },
    e2: { source: 'fetch', sourcePort: 'out', target: 'store', targetPort: 'in' },
  },
  notes: {},
  groups: {},
  settings: { run: {}, ui: {} },
  ext: {},
} as const;

/** The same with so much beside it that a few patches weigh nothing: it is not compacted by itself. */
export const WEIGHTY = { ...SMALL, ext: { e2e: { text: 'Left as it is. '.repeat(2_000) } } };

/** A workflow made past the pages. */
export function newWorkflow(
  page: Page,
  projectId: string,
  { name = 'Small', document = SMALL }: { name?: string; document?: object } = {},
): Promise<Created> {
  return mutate(page, 'workflow.create', { projectId, name, document });
}

/** A branch made past the pages. */
export function newBranch(
  page: Page,
  branch: { projectId: string; workflowId: string; versionId: string; name: string },
): Promise<Outputs['tag']['create']> {
  return mutate(page, 'tag.create', branch);
}

export function importFixture(page: Page, projectId: string, fixture: Fixture): Promise<Created> {
  return mutate(page, 'workflow.import', {
    projectId,
    fileName: `${fixture}.json`,
    source: fixtureJson(fixture),
  });
}

/** Moves some node to and fro past the pages: one version each. */
export async function deepen(
  page: Page,
  { projectId, created, times }: { projectId: string; created: Created; times: number },
): Promise<void> {
  const branch = { projectId, tagId: created.tag.id };
  const { version, document } = await query<Outputs['version']['get']>(page, 'version.get', branch);
  const { nodes } = document as Pick<Dag, 'nodes'>;
  const [id = '', node] = Object.entries(nodes)[0] ?? [];
  const { x, y } = node?.position ?? { x: 0, y: 0 };
  let parent = version.id;
  for (let turn = 1; turn <= times; turn += 1) {
    const answer = await mutate<Outputs['patch']['append']>(page, 'patch.append', {
      ...branch,
      parent,
      ops: [{ op: 'add', path: `/nodes/${id}/position`, value: { x: x + 8 * (turn % 2), y } }],
    });
    if (answer.status === 'committed') parent = answer.version.id;
  }
}
