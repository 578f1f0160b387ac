import type { Transaction } from 'kysely';
import type { Op } from '@core/patch/ops';
import type { Dag } from '@core/dag/document';
import { createProject } from '../auth/projects/create-project';
import { putMember } from '../auth/projects/put-member';
import { putPerson } from '../auth/put-person';
import type { Database } from '../db/database';
import type { DB } from '../db/schema/db';
import { inProject } from '../db/transaction';
import { newId } from '../db/uuid';
import { appendPatch, type AppendResult } from '../store/append-patch';
import { createTag } from '../store/create-tag';
import { createWorkflow } from '../store/create-workflow';
import type { TagSummary } from '../store/tag-summary';
import { smallDocument } from './documents';

export interface Branch {
  readonly workflowId: string;
  readonly tagId: string;
  /** The version it was made at. */
  readonly versionId: string;
}

export type Committed = Extract<AppendResult, { status: 'committed' }>;

/** A project with two editors, and the store's verbs in short. */
export interface TestProject {
  readonly id: string;
  readonly ada: string;
  readonly ben: string;
  /** Runs in a transaction of the project, as Ada unless somebody else is named. */
  readonly run: <T>(work: (trx: Transaction<DB>) => Promise<T>, user?: string) => Promise<T>;
  /** The arguments of a verb, as Ada and with a new op_id unless given. */
  readonly by: <A extends object>(
    args: A,
    user?: string,
  ) => { projectId: string; userId: string; opId: string } & A;
  readonly workflow: (document?: Dag) => Promise<Branch>;
  readonly branch: (workflowId: string, versionId: string, name: string) => Promise<TagSummary>;
  readonly append: (edit: Edit) => Promise<AppendResult>;
  /** The same, for edits that must go through. */
  readonly commit: (edit: Edit) => Promise<Committed>;
}

export interface Edit {
  readonly tagId: string;
  readonly parent: string;
  readonly ops?: readonly Op[];
  readonly message?: string;
  readonly opId?: string;
  readonly user?: string;
}

export async function addProject(db: Database, name: string): Promise<TestProject> {
  const mail = (who: string) => `${who}@${name.toLowerCase()}.example`;
  const ada = await putPerson(db, { email: mail('ada'), name: 'Ada' });
  const ben = await putPerson(db, { email: mail('ben'), name: 'Ben' });
  const { id } = await createProject(db, { userId: ada, name, opId: newId() });
  const run: TestProject['run'] = (work, user = ada) =>
    inProject(db, { projectId: id, userId: user }, work);
  await run((trx) => putMember(trx, { projectId: id, userId: ben, role: 'analyst' }));
  const by: TestProject['by'] = (args, user = ada) => ({
    projectId: id,
    userId: user,
    opId: newId(),
    ...args,
  });
  const append = ({ tagId, parent, ops = [nudge()], user, ...rest }: Edit) =>
    run((trx) => appendPatch(trx, by({ ref: { tagId }, parent, ops, ...rest }, user)), user);
  return {
    id,
    ada,
    ben,
    run,
    by,
    append,
    commit: async (edit) => committed(await append(edit)),
    workflow: async (document = smallDocument()) => {
      const made = await run((trx) => createWorkflow(trx, by({ name: 'Leads', document })));
      return { workflowId: made.workflow.id, tagId: made.tag.id, versionId: made.version.id };
    },
    branch: (workflowId, versionId, tag) =>
      run((trx) => createTag(trx, by({ workflowId, versionId, name: tag }))),
  };
}

function committed(result: AppendResult): Committed {
  if (result.status === 'committed') return result;
  throw new Error(`The edit was answered with ${result.status}.`);
}

let nudges = 0;

/** An edit that differs from every other one. */
export function nudge(node = 'node_0'): Op {
  nudges += 1;
  return { op: 'replace', path: `/nodes/${node}/position`, value: { x: nudges, y: 0 } };
}
