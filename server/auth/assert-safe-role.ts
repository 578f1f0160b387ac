import type { Database } from '../db/database';

/** The connection's role could see or change other tenants' rows; nothing may be served with it. */
export class UnsafeRoleError extends Error {
  constructor(role: string, reason: string) {
    super(
      `Stemma does not serve as the database role "${role}": it ${reason}. ` +
        'APP_DATABASE_URL must name a role without special rights, such as stemma_app.',
    );
    this.name = 'UnsafeRoleError';
  }
}

interface RoleRow {
  name: string;
  super: boolean;
  bypass: boolean;
  owner: boolean;
}

/** [A1] Refuses a role that row level security does not bind. */
export async function assertSafeRole(db: Database): Promise<void> {
  const { rows } = await db.pool.query<RoleRow>(`
    select current_user as name, rolsuper as super, rolbypassrls as bypass,
      exists (
        select from pg_class c
        where c.relnamespace in ('public'::regnamespace, to_regnamespace('auth'))
          and c.relkind in ('r', 'p') and pg_has_role(current_user, c.relowner, 'USAGE')
      ) as owner
    from pg_roles where rolname = current_user`);
  const role = rows[0];
  if (!role) throw new UnsafeRoleError('?', 'is unknown to the database');
  if (role.super) throw new UnsafeRoleError(role.name, 'is a superuser');
  if (role.bypass) throw new UnsafeRoleError(role.name, 'bypasses row level security');
  if (role.owner) throw new UnsafeRoleError(role.name, 'owns the tables');
}
