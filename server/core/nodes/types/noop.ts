import { z } from 'zod';
import type { NodeDescriptor } from '../descriptor';
import { oneInput, oneOutput } from '../descriptor';

export const noop: NodeDescriptor = {
  type: 'noop',
  v: 1,
  title: 'Do nothing',
  category: 'Flow',
  summary: 'Passes its input on unchanged.',
  docs: `Passes its input on unchanged. Useful as a meeting point of branches, or as a place still to be filled.`,
  icon: 'CircleDashed',
  config: z.strictObject({}),
  inputs: oneInput(),
  outputs: oneOutput(),
  example: {},
};
