import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../json/json';
import { configProblems } from '../../nodes/config-schema';
import { foreignWords, translate } from './translate';

const BERLIN = { timezone: 'Europe/Berlin' };

function read(type: string, typeVersion: number, parameters: JsonObject) {
  return translate({ name: 'A', type: `n8n-nodes-base.${type}`, typeVersion, parameters }, BERLIN);
}

const interval = (...rules: Json[]) => ({ rule: { interval: rules } });
const clause = (left: string, operation: string, right: Json) => ({
  leftValue: `={{ $json.${left} }}`,
  rightValue: right,
  operator: { type: typeof right, operation },
});
const conditions = (combinator: string, ...list: JsonObject[]) => ({
  options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
  combinator,
  conditions: list,
});

describe('[D3] what n8n and Stemma both can say', () => {
  test.each([
    [interval({}), '0 0 * * *'],
    [interval({ triggerAtHour: 8, triggerAtMinute: 30 }), '30 8 * * *'],
    [interval({ field: 'minutes' }), '*/5 * * * *'],
    [interval({ field: 'hours', hoursInterval: 6 }), '0 */6 * * *'],
    [interval({ field: 'weeks', triggerAtDay: [1, 5], triggerAtHour: 9 }), '0 9 * * 1,5'],
    [interval({ field: 'months', triggerAtDayOfMonth: 15 }), '0 0 15 * *'],
    [interval({ field: 'cronExpression', expression: '0 15 7 * * 1-6' }), '15 7 * * 1-6'],
  ])('schedule %j', (parameters, cron) => {
    expect(read('scheduleTrigger', 1.2, parameters)).toEqual({
      type: 'trigger.schedule',
      v: 1,
      config: { cron, timezone: 'Europe/Berlin', missed: 'skip' },
    });
  });

  test.each([
    interval({ field: 'seconds' }),
    interval({ field: 'minutes', minutesInterval: 7 }),
    interval({ daysInterval: 2 }),
    interval({ field: 'weeks', weeksInterval: 4 }),
    interval({}, {}),
    interval({ field: 'cronExpression', expression: '*/10 * * * * *' }),
    interval({ field: 'cronExpression', expression: '={{ $json.cron }}' }),
  ])('schedule beyond a cron line: %j', (parameters) => {
    expect(read('scheduleTrigger', 1.2, parameters)).toBeUndefined();
  });

  test.each([
    ['webhook', 2, { path: 'orders/new', httpMethod: 'POST', options: {} }, 'trigger.webhook'],
    ['wait', 1.1, { amount: 2 }, 'delay'],
    ['wait', 1, {}, 'delay'],
    [
      'cron',
      1,
      { triggerTimes: { item: [{ mode: 'everyHour', minute: 15 }] } },
      'trigger.schedule',
    ],
    ['merge', 3, { numberInputs: 3 }, 'merge'],
    ['stopAndError', 1, { errorMessage: '=No order {{ $json.id }}' }, 'fail'],
    [
      'set',
      3.4,
      { options: {}, assignments: { assignments: [{ name: 'a', type: 'number', value: '3' }] } },
      'transform',
    ],
    [
      'httpRequest',
      4.2,
      {
        url: '=https://x.example/{{ $json["a b"] }}',
        sendBody: true,
        bodyParameters: { parameters: [{ name: 'q', value: '={{ $json.in }}' }] },
        options: {},
      },
      'http.request',
    ],
    [
      'if',
      2.2,
      { conditions: conditions('or', clause('a', 'gte', 3), clause('b', 'contains', 'x')) },
      'condition',
    ],
    [
      'switch',
      3.2,
      {
        rules: {
          values: [
            {
              conditions: conditions('and', clause('a', 'equals', 'x')),
              renameOutput: true,
              outputKey: 'Is x',
            },
          ],
        },
      },
      'switch',
    ],
  ] as const)('%s %f %j', (...[type, typeVersion, parameters, own]) => {
    const translated = read(type, typeVersion, parameters);
    expect(translated?.type).toBe(own);
    expect(configProblems(translated!)).toEqual([]);
    expect(translated).toMatchSnapshot();
  });

  test.each([
    ['webhook', 2, { path: 'a', responseMode: 'responseNode' }],
    ['webhook', 2, { path: 'a', authentication: 'basicAuth' }],
    ['webhook', 2, { path: ':id' }],
    ['wait', 1.1, { resume: 'webhook' }],
    ['wait', 1.1, { amount: '={{ $json.n }}' }],
    ['merge', 3, { mode: 'combine', combineBy: 'combineByPosition' }],
    ['stopAndError', 1, { errorMessage: '={{ $json.a + 1 }}' }],
    ['set', 3.4, { assignments: { assignments: [{ name: 'a.b', type: 'string', value: 'x' }] } }],
    ['set', 3.4, { mode: 'raw', jsonOutput: '{}' }],
    ['httpRequest', 4.2, { url: 'https://x.example', authentication: 'genericCredentialType' }],
    ['httpRequest', 4.2, { url: 'https://x.example', options: { timeout: 1 } }],
    ['httpRequest', 1, { url: 'https://x.example' }],
    ['if', 1, { conditions: { number: [] } }],
    ['if', 2.2, { conditions: conditions('and', clause('a.length', 'regex', 'x')) }],
    [
      'if',
      2.2,
      { conditions: conditions('and', clause('a', 'gt', 1)), options: { ignoreCase: true } },
    ],
    ['switch', 3.2, { mode: 'expression', output: 1 }],
    ['code', 2, { jsCode: 'return items' }],
  ] as const)('kept as it is: %s %f %j', (type, typeVersion, parameters) => {
    expect(read(type, typeVersion, parameters as JsonObject)).toBeUndefined();
  });

  test('a node with an output for errors is kept as it is', () => {
    const noop = { name: 'A', type: 'n8n-nodes-base.noOp' };
    expect(translate({ ...noop, onError: 'continueErrorOutput' }, BERLIN)).toBeUndefined();
    expect(translate({ ...noop, onError: 'continueRegularOutput' }, BERLIN)?.type).toBe('noop');
  });
});

describe('words for an edited configuration', () => {
  test.each([
    ['condition', { expression: 'input.a == "x || y"' }, 'stemma.condition'],
    [
      'condition',
      { expression: 'input.name.startsWith("A") || input.age >= 18' },
      'n8n-nodes-base.if',
    ],
    ['delay', { mode: 'duration', amount: 5, unit: 'days', until: '' }, 'n8n-nodes-base.wait'],
    ['delay', { mode: 'until', amount: 5, unit: 'days', until: '{{ input.at }}' }, 'stemma.delay'],
    [
      'trigger.schedule',
      { cron: '1 2 * * *', timezone: 'Europe/Berlin', missed: 'skip' },
      'n8n-nodes-base.scheduleTrigger',
    ],
    [
      'trigger.schedule',
      { cron: '1 2 * * *', timezone: 'UTC', missed: 'skip' },
      'stemma.trigger.schedule',
    ],
    ['merge', { mode: 'append', inputs: 4 }, 'n8n-nodes-base.merge'],
    ['merge', { mode: 'first', inputs: 2 }, 'stemma.merge'],
    ['code', { source: 'return 1', memoryMb: 64 }, 'stemma.code'],
  ] as const)('%s %j', (type, config, foreign) => {
    const words = foreignWords({ type, v: 1, config }, BERLIN);
    expect(words.type).toBe(foreign);
    expect(translate({ name: '', ...words, type: foreign }, BERLIN)?.config).toEqual(config);
  });
});
