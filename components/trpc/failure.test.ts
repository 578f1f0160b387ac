import { TRPCClientError } from '@trpc/client';
import { expect, test } from 'vitest';
import { failureOf } from './failure';

function refused(message: string, data: object): Error {
  return TRPCClientError.from({ error: { message, code: -32009, data } });
}

test('says what the API says, under its stable code', () => {
  const failure = failureOf(
    refused('A workflow named “A” exists already.', { code: 'name_taken' }),
  );
  expect(failure).toEqual({ code: 'name_taken', message: 'A workflow named “A” exists already.' });
});

test('gives the reference of a defect, to look it up in the log', () => {
  const error = refused('Something went wrong on our side.', {
    code: 'internal',
    correlationId: 'c-1',
  });
  expect(failureOf(error).message).toBe('Something went wrong on our side. Reference: c-1');
});

test.each([new TypeError('Failed to fetch'), TRPCClientError.from(new Error('ECONNRESET')), 'odd'])(
  'never shows a person what a browser or a driver says: %s',
  (error) => {
    expect(failureOf(error).code).toBe('offline');
  },
);
