import type { CanvasEdge, CanvasNode, Link } from '@/components/canvas/flow-types';
import { linkOfConnection, linkOfHandles } from '@/components/canvas/link-of-connection';
import type { Connection, FinalConnectionState, Handle, ReactFlowProps } from '@xyflow/react';
import { toast } from 'sonner';
import type { Editor } from '../Editor';
import { pointOf } from './point-of';
import type { QuickAddAt } from './QuickAdd';

type Handlers = Required<
  Pick<
    ReactFlowProps<CanvasNode, CanvasEdge>,
    | 'isValidConnection'
    | 'onConnect'
    | 'onConnectEnd'
    | 'onReconnect'
    | 'onReconnectStart'
    | 'onReconnectEnd'
  >
>;

/** Drawing and re-plugging connections; a refusal says why while dragging and once more after. */
export function connectionHandlers(editor: Editor, openQuickAdd: (at: QuickAddAt) => void) {
  let moving: string | undefined;
  const ask = (link: Link) => editor.refusal(link, moving);

  function sayWhy(state: FinalConnectionState): boolean {
    const { fromHandle, toHandle } = state;
    if (!fromHandle || !toHandle || state.isValid === true) return false;
    const link = linkOfHandles(fromHandle, toHandle);
    const reason = link ? ask(link) : 'Connect an output to an input.';
    if (reason !== undefined) toast.warning(reason);
    return true;
  }

  const handlers: Handlers = {
    isValidConnection: (connection) => ask(linkOfConnection(connection)) === undefined,
    onConnect: (connection: Connection) => void editor.connect(linkOfConnection(connection)),
    onConnectEnd: (event, state) => {
      if (moving !== undefined || sayWhy(state) || !state.fromHandle || state.toHandle) return;
      const from = state.fromHandle;
      const target = boxUnder(event);
      if (target !== undefined) connectToBox(editor, from, target);
      else if (from.type === 'source' && isOverPane(event)) {
        openQuickAdd({
          ...pointOf(event),
          from: { source: from.nodeId, sourcePort: from.id ?? 'out' },
        });
      }
    },
    onReconnectStart: (_event, edge) => {
      moving = edge.id;
    },
    onReconnect: (edge, connection) => void editor.reconnect(edge.id, linkOfConnection(connection)),
    onReconnectEnd: (...[, , , state]) => {
      sayWhy(state);
      moving = undefined;
    },
  };
  return { ask, handlers };
}

/** Dropped on the body of a node: its first input (or output) that takes the connection. */
function connectToBox(editor: Editor, from: Handle, target: string): void {
  const box = editor.flow.snapshot().nodes.find((node) => node.id === target);
  if (box?.type !== 'step' || target === from.nodeId) return;
  const wanted = from.type === 'source' ? 'target' : 'source';
  const ports = wanted === 'target' ? box.data.face.inputs : box.data.face.outputs;
  const links = ports.flatMap(
    (port) => linkOfHandles(from, { nodeId: target, id: port.id, type: wanted }) ?? [],
  );
  const link = links.find((candidate) => editor.refusal(candidate) === undefined);
  const [first] = links;
  if (link) editor.connect(link);
  else
    toast.warning(
      first ? editor.refusal(first) : `${box.data.entry.name ?? target} takes no connections.`,
    );
}

function boxUnder(event: MouseEvent | TouchEvent): string | undefined {
  const { x, y } = pointOf(event);
  const box = document.elementFromPoint(x, y)?.closest('.react-flow__node');
  return box?.getAttribute('data-id') ?? undefined;
}

function isOverPane(event: MouseEvent | TouchEvent): boolean {
  const { x, y } = pointOf(event);
  return document.elementFromPoint(x, y)?.classList.contains('react-flow__pane') ?? false;
}
