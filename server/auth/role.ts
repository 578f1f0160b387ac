import type { Role } from '../db/schema/membership';

export type { Role } from '../db/schema/membership';

/** [A3] Every member reads. */
export const READERS = ['viewer', 'analyst', 'reviewer', 'admin'] as const satisfies Role[];
/** [A3] Who edits, branches and runs. */
export const EDITORS = ['analyst', 'admin'] as const satisfies Role[];
export const ADMINS = ['admin'] as const satisfies Role[];
