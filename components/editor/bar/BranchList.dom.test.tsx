import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { createTRPCClient } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import { Command } from 'cmdk';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { TRPCProvider } from '@/components/trpc/context';
import { TooltipProvider } from '@/components/ui/Tooltip';
import type { AppRouter } from '@/server/api/root';
import { BranchList } from './BranchList';

beforeAll(() => {
  // What jsdom lacks and cmdk asks for.
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  Element.prototype.scrollIntoView = () => {};
});
afterEach(cleanup);

const branch = (id: string, name: string) => ({
  id,
  workflowId: 'w',
  name,
  target: 'v',
  seq: 1,
  protected: false,
  createdBy: { id: 'p', name: 'Ada' },
  createdAt: '2026-01-01T00:00:00.000Z',
  movedAt: '2026-01-01T00:00:00.000Z',
});

const answers: Record<string, unknown> = {
  'tag.list': [branch('t1', 'main'), branch('t2', 'try/one'), branch('t3', 'try/two')],
  'tag.divergences': [
    { tagId: 't1', ahead: 0, behind: 0 },
    { tagId: 't2', ahead: 2, behind: 1 },
    { tagId: 't3', ahead: 0, behind: 0 },
  ],
};

test('[M1] every branch but main says how far it is from main, from one question for all', async () => {
  const asked: string[] = [];
  const trpcClient = createTRPCClient<AppRouter>({
    links: [
      () =>
        ({ op }) =>
          observable((observer) => {
            asked.push(op.path);
            observer.next({ result: { type: 'data', data: answers[op.path] } });
            observer.complete();
          }),
    ],
  });
  const queryClient = new QueryClient();
  const place = { projectId: 'p', workflowId: 'w', workflowName: 'Leads', branch: 'main' };
  render(
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
        <TooltipProvider>
          <Command>
            <Command.List>
              <BranchList place={place} onChoose={() => {}} />
            </Command.List>
          </Command>
        </TooltipProvider>
      </TRPCProvider>
    </QueryClientProvider>,
  );
  await screen.findByRole('option', { name: /^try\/one\s*2 ahead, 1 behind main/ });
  screen.getByRole('option', { name: /^try\/two\s*Same as main/ });
  expect(screen.getByRole('option', { name: /^main/ }).textContent).not.toMatch(/ahead|Same/);
  expect(asked.sort()).toEqual(['tag.divergences', 'tag.list']);
});
