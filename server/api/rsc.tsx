import 'server-only';
import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { headers } from 'next/headers';
import { cache, type ReactNode } from 'react';
import { createContext } from './context';
import { appRouter } from './root';

/** One query client per request; what a page fetches into it travels to the browser. */
export const getQueryClient = cache(
  () => new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } }),
);

/** The procedures, called in process with the visitor's own session. */
export const api = createTRPCOptionsProxy({
  ctx: async () => createContext(await headers()),
  router: appRouter,
  queryClient: getQueryClient,
});

/** Hands what was fetched so far to the client components inside. */
export function Hydrate({ children }: { children: ReactNode }) {
  return <HydrationBoundary state={dehydrate(getQueryClient())}>{children}</HydrationBoundary>;
}
