import { useEffect, useState, useSyncExternalStore } from 'react';
import { useEditor } from '../editor-context';
import { Draft } from './Draft';

/**
 * A draft over `value`; what was typed is pushed at the latest when the field goes away, and until
 * then nothing on screen is called saved.
 */
export function useDraft<T>(value: T, commit: (value: T) => void) {
  const { session } = useEditor();
  const [draft] = useState(() => new Draft<T>(commit));
  const typed = useSyncExternalStore(draft.subscribe, draft.read, draft.read);
  const typing = typed !== undefined;
  useEffect(() => (typing ? session.hold() : undefined), [typing, session]);
  useEffect(() => draft.flush, [draft]);
  return { shown: typed ? typed.current : value, draft };
}
