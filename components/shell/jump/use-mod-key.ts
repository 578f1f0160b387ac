'use client';

import { useSyncExternalStore } from 'react';

const never = (): (() => void) => () => undefined;

function onThisMachine(): string {
  return /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl';
}

/** The name of the key that shortcuts are held with; the server assumes Ctrl. */
export function useModKey(): string {
  return useSyncExternalStore(never, onThisMachine, () => 'Ctrl');
}
