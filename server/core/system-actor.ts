/**
 * Who acts when nobody does: the author of what Stemma writes by itself. No account has this id (it is
 * a UUID of version 8, which is made for nobody else), so nobody can sign in as it.
 */
export const SYSTEM_ACTOR = {
  id: '5354454d-4d41-8000-8000-000000000000',
  name: 'Stemma',
} as const;
