import { z } from 'zod';
import { isJsonObject } from '../../json/json';
import type { JsonObject } from '../../json/json';
import type { NodeDescriptor, Port } from '../descriptor';
import { oneInput } from '../descriptor';
import { requiredText, text } from '../fields';

export const SWITCH_DEFAULT_PORT = 'default';
const PORT_ID = /^[a-z][a-z0-9_]{0,31}$/;

const switchCase = z.strictObject({
  id: requiredText('Give the case an id.', {
    title: 'Id',
    description: 'Names the output; connections hold on to it.',
    examples: ['paid'],
  })
    .regex(PORT_ID, { error: 'Small letters, digits and _, starting with a letter.' })
    .refine((id) => id !== SWITCH_DEFAULT_PORT, { error: 'default is taken by the last output.' }),
  title: text('', { title: 'Title', description: 'Shown at the output; the id when empty.' }),
  when: requiredText('Give the expression of this case.', {
    title: 'When',
    description: 'The case is taken when this is true and no case above it is.',
    format: 'expression',
    examples: ['input.status == "paid"'],
  }),
});

const cases = z
  .array(switchCase)
  .max(50)
  .default([{ id: 'case_1', title: '', when: '' }])
  .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, {
    error: 'Two cases have the same id.',
  })
  .meta({ title: 'Cases', description: 'Tried from the top; the first that is true is taken.' });

export const switchNode: NodeDescriptor = {
  type: 'switch',
  v: 1,
  title: 'Switch',
  category: 'Flow',
  summary: 'Goes one of several ways.',
  docs: `Tries its cases from the top and passes the input on unchanged through the output of the first that is
true, or through **Default** when none is. The steps behind the other outputs are skipped.

**Example**: case \`paid\` when \`input.status == "paid"\`, case \`open\` when \`input.status == "open"\`.`,
  icon: 'Split',
  config: z.strictObject({ cases }),
  inputs: oneInput(),
  outputs: casePorts,
  example: {
    cases: [
      { id: 'paid', title: 'Paid', when: 'input.status == "paid"' },
      { id: 'open', title: 'Open', when: 'input.status == "open"' },
    ],
  },
};

function casePorts(config: JsonObject): readonly Port[] {
  const list = Array.isArray(config.cases) ? config.cases : [];
  const ports = new Map<string, Port>();
  for (const item of list) {
    if (!isJsonObject(item) || typeof item.id !== 'string' || !PORT_ID.test(item.id)) continue;
    const title = typeof item.title === 'string' && item.title !== '' ? item.title : item.id;
    ports.set(item.id, { id: item.id, title, type: 'any' });
  }
  ports.set(SWITCH_DEFAULT_PORT, { id: SWITCH_DEFAULT_PORT, title: 'Default', type: 'any' });
  return [...ports.values()];
}
