import { EditSession } from '@/components/editor/session/EditSession';
import type { SessionEvent } from '@/components/editor/session/session-state';
import type { Dag } from '@core/dag/document';
import type { Op } from '@core/patch/ops';
import { BranchInMemory } from './branch-in-memory';

/** An edit session on a branch in memory, with its clock in the test's hands. */
export function openSession(start?: Dag) {
  const server = new BranchInMemory(start);
  const timers: (() => void)[] = [];
  const events: SessionEvent[] = [];
  let ids = 0;
  const session = new EditSession({
    transport: server.transport,
    start: server.standing(),
    newOpId: () => `op${(ids += 1)}`,
    now: () => 0,
    later: (run) => {
      timers.push(run);
      return () => timers.splice(timers.indexOf(run), 1);
    },
  });
  session.hear((event) => events.push(event));
  return { server, session, timers, events };
}

/** Everything that waits for nothing but its turn has happened. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 50; i += 1) await Promise.resolve();
}

export const addNode = (id: string): Op[] => [
  { op: 'add', path: `/nodes/${id}`, value: { type: 'noop', name: id.toUpperCase() } },
];

export const addEdge = (id: string, source: string, target: string): Op[] => [
  { op: 'add', path: `/edges/${id}`, value: { source, target } },
];

export const rename = (id: string, name: string): Op[] => [
  { op: 'add', path: `/nodes/${id}/name`, value: name },
];

export const remove = (...paths: string[]): Op[] => paths.map((path) => ({ op: 'remove', path }));
