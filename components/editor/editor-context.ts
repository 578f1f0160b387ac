import { createContext, use, useSyncExternalStore } from 'react';
import type { FlowSnapshot } from '@/components/canvas/flow-store';
import type { Editor } from './Editor';
import type { SessionState } from './session/session-state';

export const EditorContext = createContext<Editor | null>(null);

export function useEditor(): Editor {
  const editor = use(EditorContext);
  if (!editor) throw new Error('useEditor outside of an editor');
  return editor;
}

/** A part of the session's state; the component renders again only when that part changes. */
export function useSession<T>(select: (state: SessionState) => T): T {
  const { session } = useEditor();
  const read = () => select(session.state());
  return useSyncExternalStore(session.subscribe, read, read);
}

/** A part of what the canvas shows; `select` gives the same object for the same content. */
export function useFlow<T>(select: (flow: FlowSnapshot) => T): T {
  const { flow } = useEditor();
  const read = () => select(flow.snapshot());
  return useSyncExternalStore(flow.subscribe, read, read);
}
