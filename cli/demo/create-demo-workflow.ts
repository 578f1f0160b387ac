import { OpIdReusedError } from '../../server/core/errors';
import type { Database } from '../../server/db/database';
import { inProject } from '../../server/db/transaction';
import { appendPatch } from '../../server/store/append-patch';
import { getVersion } from '../../server/store/get-version';
import { importWorkflow } from '../../server/store/import-workflow';
import { demoEdits } from './demo-edits';
import leads from './leads.n8n.json';

export interface DemoProject {
  projectId: string;
  people: Readonly<Record<'ada' | 'ben', string>>;
}

/**
 * Imports the demo's workflow and replays its edits. Every step has its own op_id, so that a second
 * time, or after an interruption, only what is missing is made. The demo of an earlier release stays.
 */
export async function createDemoWorkflow(db: Database, project: DemoProject): Promise<void> {
  try {
    await importAndEdit(db, project);
  } catch (error) {
    if (!(error instanceof OpIdReusedError)) throw error;
  }
}

async function importAndEdit(db: Database, project: DemoProject): Promise<void> {
  const { projectId, people } = project;
  const asAda = { projectId, userId: people.ada };
  const { tag, version } = await inProject(db, asAda, (trx) =>
    importWorkflow(trx, {
      ...asAda,
      source: leads,
      fileName: 'leads.n8n.json',
      opId: 'demo-import',
    }),
  );
  const imported = await inProject(db, asAda, (trx) =>
    getVersion(trx, { ...asAda, versionId: version.id }),
  );
  let parent = version.id;
  for (const [n, { by, ops }] of demoEdits(imported.document).entries()) {
    const scope = { projectId, userId: people[by] };
    const opId = `demo-edit-${String(n + 1)}`;
    const ref = { tagId: tag.id };
    const edit = await inProject(db, scope, (trx) =>
      appendPatch(trx, { ...scope, ref, parent, ops, opId }),
    );
    // The people at the demo have gone on from here.
    if (edit.status !== 'committed') return;
    parent = edit.version.id;
  }
}
