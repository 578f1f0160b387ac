import { z } from 'zod';
import type { NodeDescriptor } from '../descriptor';
import { oneInput, oneOutput } from '../descriptor';
import { flag, textMap } from '../fields';

export const transform: NodeDescriptor = {
  type: 'transform',
  v: 1,
  title: 'Transform',
  category: 'Data',
  summary: 'Builds a new value, field by field.',
  docs: `Builds an object: each field is an expression (CEL) over \`input\`, what arrived, and \`nodes.<id>\`, the
output of an earlier step. With *Keep the input* the fields are laid over the incoming object.

**Output**: the object.

**Example**: \`total\` = \`input.price * input.count\`, \`name\` = \`input.customer.name\`.`,
  icon: 'Braces',
  config: z.strictObject({
    fields: textMap({
      title: 'Fields',
      description: 'The name of each field and the expression that gives its value.',
      format: 'expression',
    }),
    keepInput: flag(false, {
      title: 'Keep the input',
      description: 'Start from the incoming object instead of an empty one.',
    }),
  }),
  inputs: oneInput('json'),
  outputs: oneOutput('json'),
  example: { fields: { total: 'input.price * input.count' }, keepInput: true },
};
