import 'server-only';
import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import { TRPCError } from '@trpc/server';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache, type ReactNode } from 'react';
import type { SessionUser } from '../auth/find-session-user';
import { currentViewer } from '../auth/viewer';
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

/** The person signed in, if any; asked once a request. */
export const findViewer = cache(async () => currentViewer(await headers()));

/** The person signed in; without one, the visitor is sent to sign in and then back to `path`. */
export async function viewerAt(path: string): Promise<SessionUser> {
  return (await findViewer()) ?? redirect(`/sign-in?next=${encodeURIComponent(path)}`);
}

/** The project of a page, with the viewer's role in it; a page of nobody's project is not found. */
export const projectAt = cache(async (projectId: string) => {
  try {
    return await getQueryClient().fetchQuery(api.project.get.queryOptions({ projectId }));
  } catch (error) {
    if (isRefusal(error)) notFound();
    throw error;
  }
});

/** Unknown, malformed or somebody else's: a visitor learns no more than “not here”. */
export function isRefusal(error: unknown): boolean {
  return (
    error instanceof TRPCError && ['NOT_FOUND', 'FORBIDDEN', 'BAD_REQUEST'].includes(error.code)
  );
}
