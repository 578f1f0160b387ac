import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { createTRPCClient, TRPCClientError } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import { afterEach, expect, test } from 'vitest';
import { TRPCProvider } from '@/components/trpc/context';
import type { AppRouter } from '@/server/api/root';
import { MoveBranch } from './MoveBranch';

afterEach(cleanup);

const branch = { id: 'b1', name: 'main' };

/** The row, with a server that answers as told; what it was asked. */
function show(answer: () => unknown) {
  const asked: { path: string; input: unknown }[] = [];
  const trpcClient = createTRPCClient<AppRouter>({
    links: [
      () =>
        ({ op }) =>
          observable((observer) => {
            asked.push({ path: op.path, input: op.input });
            try {
              observer.next({ result: { type: 'data', data: answer() } });
              observer.complete();
            } catch (error) {
              observer.error(error as TRPCClientError<AppRouter>);
            }
          }),
    ],
  });
  const queryClient = new QueryClient();
  render(
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
        <ul>
          <MoveBranch projectId="p" headId="h" branch={branch} />
        </ul>
      </TRPCProvider>
    </QueryClientProvider>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Point main at the base' }));
  return asked;
}

test('[C1] asks for the one branch to be moved, and says when it was', async () => {
  const asked = show(() => ({ tagMoved: true }));
  expect((await screen.findByRole('status')).textContent).toBe('Points at the base');
  expect(asked).toMatchObject([
    { path: 'compaction.compact', input: { projectId: 'p', headId: 'h', moveTagId: 'b1' } },
  ]);
});

test('says why a branch was left where it is, and can be tried again', async () => {
  show(() => {
    throw new TRPCClientError('The branch has moved on since.', {
      result: { error: { data: { code: 'conflict' } } },
    });
  });
  expect((await screen.findByRole('alert')).textContent).toBe('The branch has moved on since.');
  expect(screen.getByRole('button', { name: 'Point main at the base' })).toBeDefined();
});
