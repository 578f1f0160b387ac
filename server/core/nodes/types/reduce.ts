import { z } from 'zod';
import type { NodeDescriptor } from '../descriptor';
import { oneInput, oneOutput } from '../descriptor';
import { text } from '../fields';

export const reduce: NodeDescriptor = {
  type: 'reduce',
  v: 1,
  title: 'Reduce',
  category: 'Data',
  summary: 'Turns a list into one value.',
  docs: `Goes through a list from the first item to the last. \`acc\` starts as the initial value and becomes the
value of the step for each \`item\` (\`index\` counts from 0).

**Output**: the last \`acc\`.

**Example**: initial \`0\`, step \`acc + item.total\` adds up the totals.`,
  icon: 'Sigma',
  config: z.strictObject({
    items: text(
      'input',
      {
        title: 'Items',
        description: 'An expression giving the list.',
        format: 'expression',
      },
      'Give the list to go through.',
    ),
    initial: text(
      '0',
      {
        title: 'Initial value',
        description: 'What the accumulator is before the first item.',
        format: 'expression',
        examples: ['0', '[]', '{}'],
      },
      'Give the value to start from.',
    ),
    step: text(
      'acc + item',
      {
        title: 'Step',
        description: 'The accumulator after one more item.',
        format: 'expression',
        examples: ['acc + item.total'],
      },
      'Say how an item is added.',
    ),
  }),
  inputs: oneInput(),
  outputs: oneOutput('json'),
  example: { items: 'input', initial: '0', step: 'acc + item.total' },
};
