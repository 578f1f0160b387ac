import { failureOf } from '@/components/trpc/failure';
import { TRPCClientError } from '@trpc/client';

/** What went wrong, for the person at the screen: the API's words, or our own. */
export function errorWords(error: unknown): string {
  if (error instanceof Error && !(error instanceof TRPCClientError)) return error.message;
  return failureOf(error).message;
}
