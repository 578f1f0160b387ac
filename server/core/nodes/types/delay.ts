import { z } from 'zod';
import type { NodeDescriptor } from '../descriptor';
import { oneInput, oneOutput } from '../descriptor';
import { choice, text } from '../fields';

export const delay: NodeDescriptor = {
  type: 'delay',
  v: 1,
  title: 'Delay',
  category: 'Flow',
  summary: 'Waits for a while, or until a moment.',
  docs: `Waits, then passes the input on unchanged. Waiting costs nothing and survives restarts.

- \`duration\`: so many seconds, minutes, hours or days
- \`until\`: until a moment, as text such as \`2026-01-05T09:00:00Z\`, which may be filled in: \`{{ input.dueAt }}\``,
  icon: 'Timer',
  config: z
    .strictObject({
      mode: choice(['duration', 'until'], {
        title: 'Wait',
        description: 'For a duration, or until a moment.',
      }),
      amount: z
        .number()
        .min(0)
        .max(1_000_000)
        .default(5)
        .meta({ title: 'Amount', description: 'How many units to wait.' }),
      unit: choice(['minutes', 'seconds', 'hours', 'days'], {
        title: 'Unit',
        description: 'What the amount counts.',
      }),
      until: text('', {
        title: 'Until',
        description: 'Date and time with time zone.',
        format: 'template',
        examples: ['2026-01-05T09:00:00Z', '{{ input.dueAt }}'],
      }),
    })
    .refine((value) => value.mode !== 'until' || value.until.trim() !== '', {
      path: ['until'],
      error: 'Give the moment to wait for.',
    }),
  inputs: oneInput(),
  outputs: oneOutput(),
  example: { mode: 'duration', amount: 5, unit: 'minutes', until: '' },
};
