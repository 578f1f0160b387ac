import { TRPCError } from '@trpc/server';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import * as authErrors from '../../auth/errors';
import * as coreErrors from '@core/errors';
import * as httpErrors from './http-errors';
import { errorTable } from './error-table';
import { toWireError } from './wire-error';

process.env.STEMMA_LOG = 'silent';

type Thrower = new (...args: never[]) => coreErrors.DomainError;
const classes = Object.entries({ ...coreErrors, ...authErrors, ...httpErrors }).filter(
  ([name]) => name !== 'DomainError',
) as [string, Thrower][];

function make(Class: Thrower): coreErrors.DomainError {
  const odd = new Map<unknown, unknown[]>([
    [coreErrors.LimitExceededError, ['Ops', 1, 2]],
    [coreErrors.CycleError, [['a', 'b', 'a']]],
  ]);
  return Reflect.construct(Class, odd.get(Class) ?? ['words', { a: 1 }]) as coreErrors.DomainError;
}

function wire(cause: unknown, code: TRPCError['code'] = 'INTERNAL_SERVER_ERROR') {
  return toWireError(new TRPCError({ code, cause, message: 'SELECT secret FROM t' }), 'a.b');
}

describe('the error table', () => {
  test.each(classes)('%s has a row, and leaves with its own code and data', (_name, Class) => {
    const error = make(Class);
    const row = Object.entries(errorTable).find(([code]) => code === error.code)?.[1];
    expect(row).toBeDefined();
    expect(wire(error)).toMatchObject({
      message: error.message,
      data: { code: error.code, trpcCode: row?.trpc, httpStatus: row?.http, details: error.data },
    });
  });

  test('names no code that no error has', () => {
    const codes = classes.map(([, Class]) => make(Class).code);
    expect(Object.keys(errorTable).sort()).toEqual([...new Set(codes)].sort());
  });
});

describe('[S25] a defect', () => {
  test('says nothing but a correlation id', () => {
    const cause = Object.assign(new Error('duplicate key value violates "tag_pkey"'), {
      code: '23505',
      detail: 'Key (name)=(x)',
    });
    const error = wire(cause);
    expect(error).toMatchObject({
      message: 'Something went wrong on our side.',
      data: { code: 'internal', httpStatus: 500, details: {} },
    });
    expect(error.data.correlationId).toMatch(/^[0-9a-f-]{36}$/);
    expect(JSON.stringify(error)).not.toMatch(/duplicate|tag_pkey|SELECT|node_modules|23505|stack/);
  });

  test('an output that does not fit its schema is one', () => {
    const { error } = z.object({ secret: z.string() }).safeParse({});
    expect(wire(error)).toMatchObject({ data: { code: 'internal' } });
  });

  test('has one id, however often it is described', () => {
    const error = new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause: new Error('x') });
    expect(toWireError(error).data.correlationId).toBe(toWireError(error).data.correlationId);
  });
});

test('a database that is away is said so', () => {
  for (const code of ['ECONNREFUSED', '57P01', '53300', '40001', '55P03']) {
    const error = wire(Object.assign(new Error('SQL'), { code }));
    expect(error).toMatchObject({ data: { code: 'unavailable', httpStatus: 503 } });
    expect(error.message).not.toContain('SQL');
  }
});

test('a connection that died is an unavailable database, and no word on what became of the call', () => {
  for (const words of [
    'Connection terminated unexpectedly',
    'Client has encountered a connection error and is not queryable',
  ]) {
    const error = wire(new Error(words));
    expect(error).toMatchObject({ data: { code: 'unavailable', httpStatus: 503 } });
    expect(error.message).not.toMatch(/changed|stored|saved/);
  }
});

test('an input is corrected field by field, unions too', () => {
  const schema = z.object({
    name: z.string(),
    ref: z.union([z.object({ tagId: z.uuid() }), z.object({ workflowId: z.uuid() })]),
  });
  const { error } = schema.safeParse({ ref: {} });
  const { message, data } = wire(error, 'BAD_REQUEST');
  expect(data).toMatchObject({ code: 'invalid_input', httpStatus: 400 });
  expect(message).toContain('name: ');
  expect(message).toContain('tagId: ');
  expect(message).toContain('workflowId: ');
});
