import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DagNode } from '../dag/document';
import type { JsonObject } from '../json/json';
import { configJsonSchema, configProblems, defaultConfig } from './config-schema';
import { cronProblem } from './cron';
import { listDescriptors } from './registry';

const REQUIRED_FROM_A_PERSON: Record<string, string[]> = {
  'trigger.webhook': ['/path'],
  'http.request': ['/url'],
  condition: ['/expression'],
  switch: ['/cases/0/when'],
  subworkflow: ['/workflowId'],
  'sql.query': ['/connection', '/query'],
  'file.read': ['/name'],
  'file.write': ['/name'],
};

function problems(type: string, config: JsonObject): string[] {
  return configProblems({ type, config }).map(({ path }) => path);
}

describe('every node type', () => {
  test('all nineteen are there, once, in dotted lower case', () => {
    const types = listDescriptors().map(({ type }) => type);
    expect(new Set(types).size).toBe(19);
    for (const type of types) expect(type).toMatch(/^[a-z]+(\.[a-z]+)?$/);
  });

  test.each(listDescriptors().map((d) => [d.type, d] as const))('%s', (type, descriptor) => {
    expect(problems(type, descriptor.example)).toEqual([]);
    expect(
      problems(type, defaultConfig(descriptor)),
      'a fresh node asks for exactly what it needs',
    ).toEqual(REQUIRED_FROM_A_PERSON[type] ?? []);
    expect(problems(type, { ...descriptor.example, no_such_field: 1 })).toEqual(['']);
    const schema = configJsonSchema(descriptor);
    expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#');
    for (const field of Object.values((schema.properties ?? {}) as Record<string, JsonObject>)) {
      expect(field).toMatchObject({ title: expect.any(String), description: expect.any(String) });
    }
    const ids = [...descriptor.inputs({}), ...descriptor.outputs({})].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(descriptor.inputs({}).length === 0).toBe(descriptor.category === 'Triggers');
  });

  test('ports and problems never throw, whatever is stored', () => {
    const configs = fc.dictionary(
      fc.constantFrom('cases', 'inputs', 'mode', 'url'),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(configs, (config) => {
        for (const descriptor of listDescriptors()) {
          const stored = config as JsonObject;
          const ports = [descriptor.inputs(stored), descriptor.outputs(stored)];
          for (const side of ports)
            expect(new Set(side.map(({ id }) => id)).size).toBe(side.length);
          const node: DagNode = { type: descriptor.type, config: stored };
          expect(configProblems(node)).toBeInstanceOf(Array);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('a default configuration is a fresh value each time', () => {
    for (const descriptor of listDescriptors()) {
      expect(defaultConfig(descriptor)).toEqual(defaultConfig(descriptor));
      for (const [key, value] of Object.entries(defaultConfig(descriptor))) {
        if (typeof value === 'object') expect(defaultConfig(descriptor)[key]).not.toBe(value);
      }
    }
  });
});

test.each(['* * * * *', '*/5 0-6,12 1 jan-mar MON', '0 9 * * 1-5', '59 23 31 12 7'])(
  'cron %s',
  (line) => {
    expect(cronProblem(line)).toBeUndefined();
  },
);

test.each([
  '',
  '* * * *',
  '60 * * * *',
  '*/0 * * * *',
  '5-1 * * * *',
  '* * 0 * *',
  '* * * foo *',
  '1,, * * * *',
])('no cron: “%s”', (line) => {
  expect(cronProblem(line)).toEqual(expect.any(String));
});
