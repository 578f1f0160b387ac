import { z } from 'zod';
import type { NodeDescriptor, Port } from '../descriptor';
import { oneInput } from '../descriptor';
import { requiredText } from '../fields';

const BRANCHES: readonly Port[] = [
  { id: 'true', title: 'True', type: 'any' },
  { id: 'false', title: 'False', type: 'any' },
];

export const condition: NodeDescriptor = {
  type: 'condition',
  v: 1,
  title: 'Condition',
  category: 'Flow',
  summary: 'Goes one of two ways.',
  docs: `Evaluates an expression (CEL) that is true or false and passes the input on unchanged, through **True** or
**False**. The steps behind the other output are skipped.

**Example**: \`input.total > 100 && input.country == "FR"\`.`,
  icon: 'GitFork',
  config: z.strictObject({
    expression: requiredText('Give the expression that decides.', {
      title: 'Expression',
      description: 'True or false.',
      format: 'expression',
      examples: ['input.total > 100'],
    }),
  }),
  inputs: oneInput(),
  outputs: () => BRANCHES,
  example: { expression: 'input.total > 100' },
};
