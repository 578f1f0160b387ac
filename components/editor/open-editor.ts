import type { AppRouter } from '@/server/api/root';
import { newOpId } from '@/components/trpc/op-id';
import type { TRPCClient } from '@trpc/client';
import { Editor } from './Editor';
import { apiTransport } from './session/api-transport';
import { EditSession } from './session/EditSession';
import type { Standing } from './session/transport';

interface Opened {
  readonly projectId: string;
  readonly tagId: string;
  /** The person who edits. */
  readonly userId: string;
  readonly start: Standing;
}

export function openEditor(
  client: TRPCClient<AppRouter>,
  { projectId, tagId, userId, start }: Opened,
): Editor {
  const transport = apiTransport(client, { projectId, tagId }, userId);
  return new Editor(new EditSession({ transport, start, newOpId }));
}
