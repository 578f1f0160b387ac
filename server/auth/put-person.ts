import type { Database } from '../db/database';
import { newId } from '../db/uuid';

/** The person with this email, made without a password when there is none. */
export async function putPerson(
  db: Database,
  { email, name }: { email: string; name: string },
): Promise<string> {
  const address = email.trim().toLowerCase();
  const find = async () => {
    const { rows } = await db.pool.query<{ id: string }>(
      'select id from auth."user" where email = $1',
      [address],
    );
    return rows[0]?.id;
  };
  const known = await find();
  if (known !== undefined) return known;
  await db.pool.query(
    `insert into auth."user" (id, name, email, "emailVerified") values ($1, $2, $3, true)
     on conflict (email) do nothing`,
    [newId(), name, address],
  );
  const made = await find();
  if (made === undefined) throw new Error(`${address} was not stored.`);
  return made;
}
