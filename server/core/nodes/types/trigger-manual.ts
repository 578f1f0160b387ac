import { z } from 'zod';
import type { NodeDescriptor } from '../descriptor';
import { noPorts, oneOutput } from '../descriptor';

export const triggerManual: NodeDescriptor = {
  type: 'trigger.manual',
  v: 1,
  title: 'Manual start',
  category: 'Triggers',
  summary: 'Starts when a person or a program submits a run.',
  docs: `Starts the workflow when somebody presses **Run** or a program submits a run.

**Output**: the input given to the run. The workflow's settings hold the schema of that input; without
input it is an empty object.`,
  icon: 'Play',
  config: z.strictObject({}),
  inputs: noPorts,
  outputs: oneOutput('json'),
  example: {},
};
