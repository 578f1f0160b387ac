import { createHash } from 'node:crypto';

/** Passwords of the test roles: the same for all runs against one server, unknown to others. */
export function testPasswords(superUrl: string): { ownerPassword: string; appPassword: string } {
  const secret = new URL(superUrl).password;
  const derive = (role: string) =>
    createHash('sha256').update(`${role}:${secret}`).digest('base64url');
  return { ownerPassword: derive('owner'), appPassword: derive('app') };
}
