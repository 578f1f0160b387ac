import { compactionRouter } from './compaction/router';
import { mergeRouter } from './merge/router';
import { patchRouter } from './patch/router';
import { projectRouter } from './project/router';
import { runRouter } from './run/router';
import { systemRouter } from './system/router';
import { tagRouter } from './tag/router';
import { createRouter } from './trpc';
import { versionRouter } from './version/router';
import { workflowRouter } from './workflow/router';

/** Every procedure of the API: [DESIGN §9]. */
export const appRouter = createRouter({
  project: projectRouter,
  workflow: workflowRouter,
  version: versionRouter,
  patch: patchRouter,
  tag: tagRouter,
  merge: mergeRouter,
  run: runRouter,
  compaction: compactionRouter,
  system: systemRouter,
});

export type AppRouter = typeof appRouter;
