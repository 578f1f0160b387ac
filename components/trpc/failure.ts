import { TRPCClientError } from '@trpc/client';

export interface Failure {
  /** The API's stable code; `offline` when no answer came. */
  code: string;
  /** In words, for the person at the screen. */
  message: string;
}

/** No answer came. */
export const OFFLINE: Failure = {
  code: 'offline',
  message: 'Stemma is not answering. Check that it is running, then try again.',
};

interface WireData {
  code?: unknown;
  correlationId?: unknown;
}

/** What an error of the API says, in its own words; never a stack. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof TRPCClientError)) return OFFLINE;
  const data = error.data as WireData | null | undefined;
  if (data === null || data === undefined || typeof data.code !== 'string') return OFFLINE;
  const reference =
    typeof data.correlationId === 'string' ? ` Reference: ${data.correlationId}` : '';
  return { code: data.code, message: `${error.message}${reference}` };
}
