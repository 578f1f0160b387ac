import { z } from 'zod';
import type { NodeDescriptor } from '../descriptor';
import { noPorts, oneInput } from '../descriptor';
import { text } from '../fields';

export const fail: NodeDescriptor = {
  type: 'fail',
  v: 1,
  title: 'Fail',
  category: 'Flow',
  summary: 'Ends the run as failed, with a message.',
  docs: `Ends the run as failed. The message says why and may be filled in: \`No order {{ input.id }}\`.

It has no output: nothing runs after it.`,
  icon: 'CircleX',
  config: z.strictObject({
    message: text(
      'Stopped by this step.',
      {
        title: 'Message',
        description: 'Why the run failed.',
        format: 'template',
        examples: ['No order {{ input.id }}'],
      },
      'Say why.',
    ),
  }),
  inputs: oneInput(),
  outputs: noPorts,
  example: { message: 'No order {{ input.id }}' },
};
