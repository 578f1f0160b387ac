import { z } from 'zod';
import { role } from '../../server/api/shared/schemas';
import { createProject } from '../../server/auth/projects/create-project';
import { putMember } from '../../server/auth/projects/put-member';
import { putPerson } from '../../server/auth/put-person';
import { createToken } from '../../server/auth/tokens/create-token';
import { inProject } from '../../server/db/transaction';
import { newId } from '../../server/db/uuid';
import { readOptions } from '../read-options';
import { UsageError } from '../usage-error';
import { type Databases, withDatabases } from '../with-databases';

const schema = z.object({
  email: z.email('--email E: an email address is needed.'),
  role: z.enum(role.options, '--role R: admin, reviewer, analyst or viewer.'),
  project: z.string('--project P: the name of a project is needed.').trim().min(1).max(200),
  name: z.string().trim().min(1).max(200).default('command line'),
});
type Options = z.infer<typeof schema>;

/** Creates what is missing and prints a bearer token, and nothing else, on stdout. */
export async function token(args: string[]): Promise<void> {
  const parsed = schema.safeParse(readOptions(args, ['email', 'role', 'project', 'name']));
  if (!parsed.success) {
    throw new UsageError(parsed.error.issues.map((issue) => issue.message).join('\n'));
  }
  process.stdout.write(`${await withDatabases((databases) => make(databases, parsed.data))}\n`);
}

async function make({ db, owner }: Databases, options: Options): Promise<string> {
  const userId = await putPerson(db, { email: options.email, name: nameOf(options.email) });
  const { rows } = await owner.query<{ id: string }>(
    'select id from project where name = $1 order by created_at, id limit 1',
    [options.project],
  );
  const projectId =
    rows[0]?.id ??
    (await createProject(db, { userId, name: options.project, opId: `cli:${newId()}` })).id;
  return inProject(db, { projectId, userId }, async (trx) => {
    await putMember(trx, { projectId, userId, role: options.role });
    return createToken(trx, {
      projectId,
      userId,
      role: options.role,
      name: options.name,
      createdBy: userId,
    });
  });
}

/** “ada.lovelace@example.org” is shown as “Ada Lovelace”. */
function nameOf(email: string): string {
  const words = email.slice(0, email.indexOf('@')).split(/[._+-]+/);
  return words
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
