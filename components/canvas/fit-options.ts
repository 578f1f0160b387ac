import type { FitViewOptions } from '@xyflow/react';

/** Everything in view, above the minimap and the buttons at the bottom. */
export const FIT = {
  padding: { x: '7%', top: '7%', bottom: '128px' },
  maxZoom: 1.1,
} as const satisfies FitViewOptions;
