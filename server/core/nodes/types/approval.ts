import { z } from 'zod';
import type { NodeDescriptor, Port } from '../descriptor';
import { oneInput } from '../descriptor';
import { choice, flag, text } from '../fields';

const DECISIONS: readonly Port[] = [
  { id: 'approved', title: 'Approved', type: 'json' },
  { id: 'rejected', title: 'Rejected', type: 'json' },
];

export const approval: NodeDescriptor = {
  type: 'approval',
  v: 1,
  title: 'Approval',
  category: 'Flow',
  summary: 'Waits until a person approves or rejects.',
  docs: `Asks people and waits for the first answer. The run rests meanwhile and survives restarts.

**Outputs**: **Approved** or **Rejected**, each with
\`{ "input", "decision", "comment", "by", "at" }\`.

Without named approvers every reviewer of the project may answer.`,
  icon: 'UserCheck',
  config: z.strictObject({
    message: text(
      'Please look at this and decide.',
      {
        title: 'Question',
        description: 'What the approvers read.',
        format: 'template-multiline',
        examples: ['Refund {{ input.amount }} to {{ input.customer }}?'],
      },
      'Ask a question.',
    ),
    approvers: z
      .array(z.email({ error: 'An e-mail address of a member.' }))
      .max(50)
      .default([])
      .meta({
        title: 'Approvers',
        description: 'E-mail addresses of members; nobody named means every reviewer.',
      }),
    timeoutHours: z
      .number()
      .min(0)
      .max(8760)
      .default(72)
      .meta({ title: 'Time limit in hours', description: '0 waits for ever.' }),
    onTimeout: choice(['reject', 'fail'], {
      title: 'When time is up',
      description: 'Go on through Rejected, or fail the step.',
    }),
    requireComment: flag(false, {
      title: 'Comment required',
      description: 'An answer needs a reason.',
    }),
  }),
  inputs: oneInput(),
  outputs: () => DECISIONS,
  example: {
    message: 'Refund {{ input.amount }} to {{ input.customer }}?',
    approvers: [],
    timeoutHours: 24,
    onTimeout: 'reject',
    requireComment: true,
  },
};
