'use client';

import { useStore } from '@xyflow/react';
import { useLayoutEffect } from 'react';

const FAR = 0.3;

/** Marks the canvas while it is zoomed out so far that text cannot be read; the style sheet does the rest. */
export function FarAway() {
  const far = useStore((state) => state.transform[2] < FAR);
  const root = useStore((state) => state.domNode);
  useLayoutEffect(() => {
    root?.toggleAttribute('data-far', far);
  }, [root, far]);
  return null;
}
