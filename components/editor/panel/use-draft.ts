import { useEffect, useState, useSyncExternalStore } from 'react';
import { Draft } from './Draft';

/** A draft over `value`; what was typed is pushed at the latest when the field goes away. */
export function useDraft<T>(value: T, commit: (value: T) => void) {
  const [draft] = useState(() => new Draft<T>(commit));
  const typed = useSyncExternalStore(draft.subscribe, draft.read, draft.read);
  useEffect(() => draft.flush, [draft]);
  return { shown: typed ? typed.current : value, draft };
}
