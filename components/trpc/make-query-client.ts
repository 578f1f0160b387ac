import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { failureOf } from './failure';

const FRESH_FOR_MS = 15_000;
const MAX_RETRIES = 2;

/** Only a lost answer or a busy database is worth another try. */
function worthRetrying(failures: number, error: unknown): boolean {
  const { code } = failureOf(error);
  return failures < MAX_RETRIES && (code === 'offline' || code === 'unavailable');
}

/** A session that has ended leads back to the door, and from there to this page. */
function onError(error: unknown): void {
  if (failureOf(error).code !== 'sign_in_needed') return;
  const here = window.location.pathname + window.location.search;
  window.location.assign(`/sign-in?next=${encodeURIComponent(here)}`);
}

/** Never waits silently for a network: Stemma may run on this machine, and a failure is said. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { staleTime: FRESH_FOR_MS, retry: worthRetrying, networkMode: 'always' },
      mutations: { retry: worthRetrying, networkMode: 'always' },
    },
  });
}
