import { z } from 'zod';
import type { NodeDescriptor } from '../descriptor';
import { oneInput, oneOutput } from '../descriptor';
import { choice, integer, text } from '../fields';
import { workflowPin } from '../workflow-pin';

export const map: NodeDescriptor = {
  type: 'map',
  v: 1,
  title: 'Map',
  category: 'Data',
  summary: 'Does the same for every item of a list, several at a time.',
  docs: `Takes a list and works on each of its items, several at a time: by an expression (CEL) over \`item\` and
\`index\`, or, when a workflow is chosen, by running that workflow with the value of the expression as its input.

**Output**: the list of results, in the order of the items.

**Example**: items \`input.orders\`, expression \`{"id": item.id, "total": item.price * item.count}\`.`,
  icon: 'Repeat',
  config: z.strictObject({
    items: text(
      'input',
      {
        title: 'Items',
        description: 'An expression giving the list.',
        format: 'expression',
        examples: ['input.orders'],
      },
      'Give the list to work on.',
    ),
    expression: text(
      'item',
      {
        title: 'For each item',
        description: 'The result for one item, or the input of the workflow.',
        format: 'expression',
      },
      'Say what happens to each item.',
    ),
    workflowId: text('', {
      title: 'Workflow',
      description: 'Runs once per item when one is chosen.',
      format: 'workflow',
    }),
    ...workflowPin(),
    concurrency: integer(
      { min: 1, max: 100, fallback: 5 },
      { title: 'At a time', description: 'How many items are worked on together.' },
    ),
    onItemError: choice(['fail', 'skip', 'keep'], {
      title: 'When an item fails',
      description: 'Fail the step, leave the item out, or keep its error in the result.',
    }),
  }),
  inputs: oneInput(),
  outputs: oneOutput('list'),
  example: {
    items: 'input.orders',
    expression: '{"id": item.id, "total": item.price * item.count}',
    workflowId: '',
    tag: 'main',
    versionId: '',
    concurrency: 5,
    onItemError: 'fail',
  },
};
