import { z } from 'zod';
import { DEFAULT_TARGET_PORT } from '../../dag/document';
import type { JsonObject } from '../../json/json';
import type { NodeDescriptor, Port } from '../descriptor';
import { oneOutput } from '../descriptor';
import { choice, integer } from '../fields';

const MIN_INPUTS = 2;
const MAX_INPUTS = 10;

export const merge: NodeDescriptor = {
  type: 'merge',
  v: 1,
  title: 'Merge',
  category: 'Flow',
  summary: 'Brings several branches together.',
  docs: `Waits for the branches at its inputs and joins what they bring. Branches that were not taken do not count.

- \`append\`: one list with the items of all, in the order of the inputs
- \`combine\`: one object; where two have the same field the later input wins
- \`collect\`: an object with one field per input, \`in\`, \`in_1\` and so on
- \`first\`: the first to arrive; the others are ignored`,
  icon: 'GitMerge',
  config: z.strictObject({
    mode: choice(['append', 'combine', 'collect', 'first'], {
      title: 'Mode',
      description: 'How the values are joined.',
    }),
    inputs: integer(
      { min: MIN_INPUTS, max: MAX_INPUTS, fallback: MIN_INPUTS },
      { title: 'Inputs', description: 'How many branches come together.' },
    ),
  }),
  inputs: mergePorts,
  outputs: oneOutput('json'),
  example: { mode: 'append', inputs: 3 },
};

function mergePorts(config: JsonObject): readonly Port[] {
  const wanted = typeof config.inputs === 'number' ? Math.trunc(config.inputs) : MIN_INPUTS;
  const count = Math.min(Math.max(wanted, MIN_INPUTS), MAX_INPUTS);
  return Array.from({ length: count }, (_, i) => ({
    id: i === 0 ? DEFAULT_TARGET_PORT : `${DEFAULT_TARGET_PORT}_${i}`,
    title: `Input ${i + 1}`,
    type: 'any',
  }));
}
