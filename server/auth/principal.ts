import type { Role } from './role';

/** Who is asking: a person with a session, or a machine with a token of one project. */
export type Principal =
  | { kind: 'person'; userId: string; name: string; email: string }
  | { kind: 'token'; userId: string; tokenId: string; projectId: string; role: Role };
