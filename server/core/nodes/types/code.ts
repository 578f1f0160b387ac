import { z } from 'zod';
import type { NodeDescriptor } from '../descriptor';
import { oneInput, oneOutput } from '../descriptor';
import { integer, text } from '../fields';

export const code: NodeDescriptor = {
  type: 'code',
  v: 1,
  title: 'Code',
  category: 'Data',
  summary: 'Runs a few lines of JavaScript.',
  docs: `The body of a JavaScript function. \`input\` is what arrived and what is returned goes on; it must be JSON.
\`console.log\` writes to the log of the step.

The code runs in a sandbox: no network, no files, no timers, and it ends at its deadline.

**Example**: \`return input.orders.filter((order) => order.total > 100);\``,
  icon: 'Code',
  config: z.strictObject({
    source: text(
      'return input;',
      {
        title: 'JavaScript',
        description: 'The body of a function of input.',
        format: 'code',
      },
      'Write some code.',
    ),
    memoryMb: integer(
      { min: 8, max: 256, fallback: 64 },
      { title: 'Memory in MB', description: 'More than this ends the step.' },
    ),
  }),
  inputs: oneInput(),
  outputs: oneOutput('json'),
  example: { source: 'return input.orders.filter((order) => order.total > 100);', memoryMb: 64 },
};
