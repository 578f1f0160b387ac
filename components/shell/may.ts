import type { Role } from '@/server/api/shared/schemas';

/** [A3] What a role may do here. The server decides; this only keeps the page from offering it. */
export const may = {
  edit: (role: Role): boolean => role === 'analyst' || role === 'admin',
  administer: (role: Role): boolean => role === 'admin',
};
