import { demoPeople } from '../../server/auth/demo/demo-people';
import { createProject } from '../../server/auth/projects/create-project';
import { putMember } from '../../server/auth/projects/put-member';
import { putPerson } from '../../server/auth/put-person';
import { inProject } from '../../server/db/transaction';
import { createDemoWorkflow } from '../demo/create-demo-workflow';
import { readOptions } from '../read-options';
import { withDatabases } from '../with-databases';

/** Creates the demo's people, project and workflow; what is there already stays as it is. */
export async function demo(args: string[]): Promise<void> {
  readOptions(args, []);
  await withDatabases(async ({ db }) => {
    const ada = await putPerson(db, demoPeople.ada);
    const ben = await putPerson(db, demoPeople.ben);
    const rosa = await putPerson(db, demoPeople.rosa);
    const { id: projectId } = await createProject(db, {
      userId: ada,
      name: 'Demo',
      opId: 'demo-project',
      demo: true,
    });
    await inProject(db, { projectId, userId: ada }, async (trx) => {
      await putMember(trx, { projectId, userId: ben, role: demoPeople.ben.role });
      await putMember(trx, { projectId, userId: rosa, role: demoPeople.rosa.role });
    });
    await createDemoWorkflow(db, { projectId, people: { ada, ben } });
  });
}
