import pino from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { periodically } from './periodically';

const LOGGER = Symbol.for('stemma.logger');
const holder = globalThis as { [LOGGER]?: unknown };
let lines: { level: number; msg: string }[];
beforeEach(() => {
  lines = [];
  const write = (line: string) => lines.push(JSON.parse(line) as (typeof lines)[number]);
  holder[LOGGER] = pino({ base: null }, { write });
});
afterEach(() => {
  delete holder[LOGGER];
});

/** Work that is done by hand, one run after another. */
function byHand() {
  const began: { signal: AbortSignal; end: () => void; fail: (error: Error) => void }[] = [];
  let next = (): void => {};
  return {
    began,
    work: (signal: AbortSignal) =>
      new Promise<void>((end, fail) => {
        began.push({ signal, end, fail });
        next();
      }),
    run: async (index: number) => {
      while (began[index] === undefined) await new Promise<void>((resolve) => (next = resolve));
      return began[index];
    },
  };
}

test('stopping waits for the run under way, which is told, and begins no other', async () => {
  const { work, run, began } = byHand();
  const periodic = periodically({ name: 'work', pauseMs: 1 }, work);
  (await run(0)).end();
  const second = await run(1);
  let stopped = false;
  const stopping = periodic.stop().then(() => (stopped = true));
  expect(second.signal.aborted).toBe(true);
  await new Promise((resolve) => setImmediate(resolve));
  expect(stopped).toBe(false);
  second.end();
  await stopping;
  expect(began).toHaveLength(2);
});

test('stopping ends a pause', async () => {
  const { work, run, began } = byHand();
  const periodic = periodically({ name: 'work', pauseMs: 3_600_000 }, work);
  (await run(0)).end();
  await new Promise((resolve) => setImmediate(resolve));
  await periodic.stop();
  expect(began).toHaveLength(1);
});

test('a failure is logged once, with a correlation, until a run succeeds again', async () => {
  const { work, run } = byHand();
  const periodic = periodically({ name: 'work', pauseMs: 1 }, work);
  for (const index of [0, 1, 2]) (await run(index)).fail(new Error('away'));
  (await run(3)).end();
  (await run(4)).fail(new Error('away again'));
  const last = await run(5);
  const stopping = periodic.stop();
  last.end();
  await stopping;
  expect(lines.map(({ level, msg }) => [level, msg])).toEqual([
    [50, 'Background work failed'],
    [30, 'Works again'],
    [50, 'Background work failed'],
    [30, 'Works again'],
  ]);
  expect(lines[0]).toHaveProperty('correlation');
});
