import { projectRouter } from './project/router';
import { systemRouter } from './system/router';
import { createRouter } from './trpc';

/** Every procedure of the API: [DESIGN §9]. */
export const appRouter = createRouter({
  project: projectRouter,
  system: systemRouter,
});

export type AppRouter = typeof appRouter;
