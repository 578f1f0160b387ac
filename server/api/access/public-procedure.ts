import { declared } from '../trpc';

/** Open to everybody, signed in or not. Only the health of the system is. */
export const publicProcedure = declared('public');
