import { createProject } from '../../server/auth/projects/create-project';
import { putMember } from '../../server/auth/projects/put-member';
import { putPerson } from '../../server/auth/put-person';
import { demoPeople } from '../../server/auth/demo/demo-people';
import { inProject } from '../../server/db/transaction';
import { readOptions } from '../read-options';
import { withDatabases } from '../with-databases';

/** Creates the demo's people and project; every step is its own again when repeated. */
export async function demo(args: string[]): Promise<void> {
  readOptions(args, []);
  await withDatabases(async ({ db }) => {
    const { ada, ben, rosa } = demoPeople;
    const userId = await putPerson(db, ada);
    const others = [ben, rosa].map(async (person) => ({
      userId: await putPerson(db, person),
      role: person.role,
    }));
    const project = await createProject(db, {
      userId,
      name: 'Demo',
      opId: 'demo-project',
      demo: true,
    });
    const scope = { projectId: project.id, userId };
    for (const member of await Promise.all(others)) {
      await inProject(db, scope, (trx) => putMember(trx, { ...member, projectId: project.id }));
    }
  });
}
