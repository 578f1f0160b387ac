import { createProject } from '../../server/auth/projects/create-project';
import { putMember } from '../../server/auth/projects/put-member';
import { putPerson } from '../../server/auth/put-person';
import type { Role } from '../../server/auth/role';
import { createToken } from '../../server/auth/tokens/create-token';
import { closeDatabase, openDatabase } from '../../server/db/database';
import { inProject } from '../../server/db/transaction';
import { newId } from '../../server/db/uuid';
import { createTag } from '../../server/store/create-tag';
import { createWorkflow } from '../../server/store/create-workflow';
import { smallDocument } from '../../server/testing/documents';

/** People with tokens of one project, and the branches they work on. */
export interface Team {
  readonly editors: readonly string[];
  readonly admin: string;
  readonly branches: readonly string[];
}

const EDITORS = 8;
const WORKFLOWS = 2;

/** Eight editors, an admin, and four branches, two of each workflow. */
export async function makeTeam(appUrl: string): Promise<Team> {
  const db = openDatabase({ url: appUrl, max: 2 });
  const person = (name: string) => putPerson(db, { email: `${name}@faults.example`, name });
  const userId = await person('admin');
  const { id: projectId } = await createProject(db, { userId, name: 'Faults', opId: newId() });
  const scope = { projectId, userId };
  const tokenOf = async (name: string, role: Role) => {
    const holder = await person(name);
    return inProject(db, scope, async (trx) => {
      await putMember(trx, { projectId, userId: holder, role });
      return createToken(trx, { projectId, userId: holder, role, name, createdBy: userId });
    });
  };
  const editors: string[] = [];
  for (let n = 0; n < EDITORS; n += 1) editors.push(await tokenOf(`editor-${n}`, 'analyst'));
  const branches: string[] = [];
  for (let n = 0; n < WORKFLOWS; n += 1) {
    const made = await inProject(db, scope, (trx) =>
      createWorkflow(trx, {
        ...scope,
        name: `Leads ${n}`,
        document: smallDocument(),
        opId: newId(),
      }),
    );
    const { id: workflowId } = made.workflow;
    const fork = { workflowId, versionId: made.version.id, name: 'experiment', opId: newId() };
    const other = await inProject(db, scope, (trx) => createTag(trx, { ...scope, ...fork }));
    branches.push(made.tag.id, other.id);
  }
  const admin = await tokenOf('admin', 'admin');
  await closeDatabase(db);
  return { editors, admin, branches };
}
