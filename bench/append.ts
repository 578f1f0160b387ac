import pg from 'pg';
import type { Server } from './lib/child';
import { saveAtStore } from './lib/edits';
import { JsonClient } from './lib/json-client';
import { type BenchProject, makeBranch, makeProject, needed } from './lib/product';
import { dragOps, sampleDag } from './lib/sample-dag';
import { figures, FloorClient, loop, ProductClient, startFloor, startProduct } from './lib/savers';
import { interleave, Samples, timed } from './lib/stats';
import { ms, printTable, ratio } from './lib/table';
import { FLOOR_SCHEMA, floorHead, saveAtFloor } from './peers/floor';

const SIZES = [10, 1_000];
const CLIENTS = [1, 4, 8];
const ROUNDS = 300;
const WARM_UP = 60;

/**
 * Saving one edit durably: through the product's HTTP and at its store, beside the one-statement
 * minimum behind bare node:http, that statement alone, and a Next route that does nothing.
 */
export async function append(): Promise<void> {
  const owner = new pg.Pool({ connectionString: needed('DATABASE_URL'), max: 16 });
  await owner.query(FLOOR_SCHEMA);
  const project = await makeProject();
  const servers = await Promise.all([startProduct(), startFloor()]);
  const [product, floor] = servers;
  try {
    for (const size of SIZES) await oneClient({ size, owner, project, product, floor });
    for (const size of SIZES) await manyClients({ size, project, product, floor });
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    await project.close();
    await owner.end();
  }
}

interface Setting {
  readonly size: number;
  readonly owner: pg.Pool;
  readonly project: BenchProject;
  readonly product: Server;
  readonly floor: Server;
}

async function oneClient({ size, owner, project, product, floor }: Setting): Promise<void> {
  const http = new ProductClient(project, product, {
    size,
    branch: await makeBranch(project, sampleDag(size)),
  });
  const store = await makeBranch(project, sampleDag(size));
  const floorHttp = new FloorClient(floor, { size, tag: 1 });
  const bare = new JsonClient(product.url);
  let leastHead = await floorHead(owner, 2);
  let turn = 0;

  const names = [
    'product, HTTP',
    'floor, HTTP',
    'bare Next route',
    'product, store',
    'floor, statement',
  ] as const;
  const samples = new Map(names.map((name) => [name, new Samples()]));
  const into = (name: (typeof names)[number]) =>
    turn > WARM_UP ? (samples.get(name) ?? new Samples()) : new Samples();
  const variants = [
    () => {
      turn += 1;
      return timed(into('product, HTTP'), () => http.save());
    },
    () => timed(into('floor, HTTP'), () => floorHttp.save()),
    () =>
      timed(into('bare Next route'), () =>
        bare.post<void>('/api/live', { ops: dragOps(size, turn) }),
      ),
    () => timed(into('product, store'), () => saveAtStore(project, store, dragOps(size, turn))),
    async () => {
      leastHead = await timed(into('floor, statement'), async () => {
        const edit = { tag: 2, parent: leastHead, ops: dragOps(size, turn) };
        return (await saveAtFloor(owner, edit)).head;
      });
    },
  ];
  await interleave(WARM_UP, variants);
  // A database in use has statistics; a new one gets them within a minute.
  await owner.query('analyze');
  await interleave(ROUNDS, variants);

  const base = {
    http: samples.get('floor, HTTP')?.median ?? 1,
    store: samples.get('floor, statement')?.median ?? 1,
  };
  const rows = names.map((name) => {
    const { median, p95 } = samples.get(name) ?? new Samples();
    const against = name.includes('store') || name.includes('statement') ? base.store : base.http;
    const target = name.startsWith('product') ? 3 : undefined;
    return [name, ms(median), ms(p95), ratio(median, against, target)];
  });
  printTable(
    `append: one edit, one client, ${size} nodes (ms)`,
    ['', 'p50', 'p95', 'of its floor'],
    rows,
  );
}

async function manyClients(setting: Omit<Setting, 'owner'>): Promise<void> {
  const { size, project, product, floor } = setting;
  const rows: string[][] = [];
  for (const clients of CLIENTS) {
    const branches = await Promise.all(
      Array.from({ length: clients }, () => makeBranch(project, sampleDag(size))),
    );
    const ours = await loop(
      branches.map((branch) => new ProductClient(project, product, { size, branch })),
    );
    const least = await loop(
      branches.map((_, index) => new FloorClient(floor, { size, tag: 10 + index })),
    );
    rows.push([
      String(clients),
      ...figures(ours),
      ...figures(least),
      ratio(ours.perSecond, least.perSecond),
    ]);
  }
  const header = [
    'clients',
    'edits/s',
    'p50',
    'p95',
    'floor edits/s',
    'p50',
    'p95',
    'of floor (target 0.3x)',
  ];
  printTable(`append: edits/s, a branch each, ${size} nodes`, header, rows);
}
