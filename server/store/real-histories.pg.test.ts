import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Dag } from '@core/dag/document';
import { exportReactFlow } from '@core/import/react-flow/export-react-flow';
import { applyPatch } from '@core/patch/apply-patch';
import { compare } from '@core/patch/compare';
import { casesOf, type CorpusHistory, corpusTitle, flowHistories } from '../testing/corpus';
import { type GitSize, gitSize } from '../testing/git-size';
import { createStoreWorld, type StoreWorld } from '../testing/store-world';
import { compareVersions } from './compare-versions';
import { getVersion } from './get-version';
import { forgetVersions } from './head-cache';
import { importFile } from './import-file';

const histories = flowHistories();
const TITLE = '[D3][D6][M2] real histories of React Flow documents, a commit for each revision';

describe.skipIf(histories.length === 0)(corpusTitle(TITLE, histories), () => {
  let world: StoreWorld;
  const figures: Figures[] = [];
  beforeAll(async () => {
    world = await createStoreWorld();
  });
  afterAll(async () => {
    console.log(tableOf(figures));
    await world.close();
  });

  /** The workflow made of the first revision, and the branch's end after each. */
  async function replay({ revisions }: CorpusHistory) {
    const [first, ...rest] = revisions.map(({ name, text }) => ({
      fileName: name,
      source: JSON.parse(text) as unknown,
    }));
    const bring = (args: Parameters<typeof importFile>[1]) =>
      world.project.run((trx) => importFile(trx, args));
    const made = await bring(world.project.by(first!));
    if (made.status !== 'created') throw new Error(`It was answered ${made.status}.`);
    const ends = [made.version.id];
    for (const file of rest) {
      const result = await bring(world.project.by({ ...file, into: { tagId: made.tag.id } }));
      if (result.status !== 'committed') throw new Error(`It was answered ${result.status}.`);
      expect(result.version.parentId).toBe(ends.at(-1));
      ends.push(result.version.id);
    }
    return { workflowId: made.workflow.id, tagId: made.tag.id, ends };
  }

  test.each(casesOf(histories))('$name', async (history) => {
    const { workflowId, tagId, ends } = await replay(history);
    forgetVersions();
    const { id: projectId, ada: userId, run } = world.project;
    const documents: Dag[] = [];
    for (const [n, versionId] of ends.entries()) {
      const view = await run((trx) => getVersion(trx, { projectId, userId, versionId }));
      const { name, text } = history.revisions[n]!;
      expect(exportReactFlow(view.document), name).toEqual(JSON.parse(text));
      documents.push(view.document);
    }
    const moves = await world.sql('select 1 from tag_move where tag_id = $1', [tagId]);
    expect(moves).toHaveLength(history.revisions.length);

    for (const [n, after] of ends.entries()) {
      const sides = { before: { versionId: ends[n - 1] ?? after }, after: { versionId: after } };
      const found = await run((trx) => compareVersions(trx, { projectId, ...sides, layout: true }));
      expect(found.ops).toEqual(compare(documents[n - 1] ?? documents[n]!, documents[n]!));
      for (const [m, document] of documents.entries()) {
        const between = compare(document, documents[n]!);
        expect(applyPatch(document, between), `${m} to ${n}`).toEqual(documents[n]);
      }
    }
    const bytes = await figuresOf(world, history, workflowId);
    figures.push(bytes);
    expect(bytes.blobs, 'a fraction of whole copies').toBeLessThan(bytes.copies / 3);
  });
});

/** Bytes that the revisions of one history take. */
interface Figures {
  readonly name: string;
  readonly revisions: number;
  /** As they are in the files. */
  readonly copies: number;
  /** Canonical bytes of the first document and the patches. */
  readonly blobs: number;
  /** The same compressed by PostgreSQL, with the rows of versions, chains and moves; no indexes. */
  readonly rows: number;
  readonly git: GitSize | undefined;
}

async function figuresOf(
  world: StoreWorld,
  { name, revisions }: CorpusHistory,
  workflowId: string,
): Promise<Figures> {
  const [stored] = await world.sql<{ blobs: number; rows: number }>(
    `with version as (select * from artifact where workflow_id = $1),
      blob as (select b.* from cas_blob b where cas_id in (select cas_id from version)),
      member as (select m.* from patch_chain_member m where member_id in (select id from version)),
      move as (select m.* from tag_move m where to_id in (select id from version))
    select (select sum(size_bytes)::int from blob) as blobs,
      (select sum(pg_column_size(blob))::int from blob)
        + (select sum(pg_column_size(version))::int from version)
        + (select sum(pg_column_size(member))::int from member)
        + (select sum(pg_column_size(move))::int from move) as rows`,
    [workflowId],
  );
  const texts = revisions.map(({ text }) => text);
  const copies = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return { name, revisions: texts.length, copies, ...stored!, git: gitSize(texts) };
}

function tableOf(figures: readonly Figures[]): string {
  const sum = (pick: (one: Figures) => number) => figures.reduce((all, one) => all + pick(one), 0);
  const total: Figures = {
    name: 'all',
    revisions: sum(({ revisions }) => revisions),
    copies: sum(({ copies }) => copies),
    blobs: sum(({ blobs }) => blobs),
    rows: sum(({ rows }) => rows),
    git: figures.every(({ git }) => git)
      ? { loose: sum(({ git }) => git!.loose), packed: sum(({ git }) => git!.packed) }
      : undefined,
  };
  const head = ['bytes', 'revisions', 'whole copies', 'our blobs', 'our rows', 'git', 'git gc'];
  const lines = [...figures, total].map(({ name, revisions, copies, blobs, rows, git }) =>
    [name, revisions, copies, blobs, rows, git?.loose ?? 'no git', git?.packed ?? 'no git'].map(
      (cell) => cell.toLocaleString('en'),
    ),
  );
  return [head, ...lines]
    .map(([name = '', ...cells]) =>
      [name.padEnd(33), ...cells.map((cell) => cell.padStart(13))].join(''),
    )
    .join('\n');
}
