import { z } from 'zod';
import { cronProblem } from '../cron';
import type { NodeDescriptor } from '../descriptor';
import { noPorts, oneOutput } from '../descriptor';
import { choice, text } from '../fields';
import { isTimeZone } from '../timezone';

const cron = text('0 9 * * 1-5', {
  title: 'Schedule',
  description: 'Minute, hour, day of the month, month, day of the week.',
  format: 'cron',
  examples: ['*/15 * * * *', '0 9 * * 1-5'],
}).superRefine((line, context) => {
  const problem = cronProblem(line);
  if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
});

const timezone = text('UTC', {
  title: 'Time zone',
  description: 'The clock the schedule is read by.',
  format: 'timezone',
  examples: ['UTC', 'Europe/Paris'],
}).refine(isTimeZone, { error: 'This time zone is not known.' });

export const triggerSchedule: NodeDescriptor = {
  type: 'trigger.schedule',
  v: 1,
  title: 'Schedule',
  category: 'Triggers',
  summary: 'Starts at fixed times, written as a cron line.',
  docs: `Starts the workflow at the times of a five-field cron line, read in the given time zone. A schedule
works for the branch it is switched on for, never for a draft.

**Output**: \`{ "scheduledAt": "2026-01-05T09:00:00Z" }\`.

**Example**: \`0 9 * * 1-5\` is nine o'clock from Monday to Friday.`,
  icon: 'CalendarClock',
  config: z.strictObject({
    cron,
    timezone,
    missed: choice(['skip', 'run_once'], {
      title: 'Missed times',
      description: 'What happens after a pause: nothing, or one run for all the times missed.',
    }),
  }),
  inputs: noPorts,
  outputs: oneOutput('json'),
  example: { cron: '0 9 * * 1-5', timezone: 'Europe/Paris', missed: 'skip' },
};
