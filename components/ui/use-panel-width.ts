'use client';

import {
  useRef,
  useState,
  useSyncExternalStore,
  type KeyboardEvent,
  type PointerEvent,
} from 'react';

interface PanelWidthOptions {
  storageKey: string;
  side: 'left' | 'right';
  defaultWidth: number;
  minWidth: number;
  maxWidth: number;
}

const STEP = 16;

function remembered(key: string): number | undefined {
  const stored = Number(window.localStorage.getItem(key) ?? '');
  return Number.isFinite(stored) && stored > 0 ? stored : undefined;
}

/** Nobody else changes it while the panel is there. */
function never(): () => void {
  return () => undefined;
}

/** Width of a panel and the handlers of the edge that changes it. */
export function usePanelWidth(options: PanelWidthOptions) {
  const { storageKey, side, defaultWidth, minWidth, maxWidth } = options;
  const clamp = (value: number): number =>
    Math.round(Math.min(maxWidth, Math.max(minWidth, value)));
  const stored = useSyncExternalStore(
    never,
    () => remembered(storageKey),
    () => undefined,
  );
  const [chosen, setWidth] = useState<number>();
  const width = clamp(chosen ?? stored ?? defaultWidth);
  const drag = useRef<{ x: number; width: number } | undefined>(undefined);
  const outward = side === 'left' ? 1 : -1;

  function settle(next: number): void {
    const value = clamp(next);
    setWidth(value);
    window.localStorage.setItem(storageKey, String(value));
  }
  return {
    width,
    handle: {
      onPointerDown(event: PointerEvent<HTMLElement>): void {
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { x: event.clientX, width };
      },
      onPointerMove(event: PointerEvent<HTMLElement>): void {
        const from = drag.current;
        if (from !== undefined) setWidth(clamp(from.width + (event.clientX - from.x) * outward));
      },
      onPointerUp(): void {
        if (drag.current !== undefined) settle(width);
        drag.current = undefined;
      },
      onDoubleClick(): void {
        settle(defaultWidth);
      },
      onKeyDown(event: KeyboardEvent<HTMLElement>): void {
        if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
        event.preventDefault();
        settle(width + (event.key === 'ArrowRight' ? STEP : -STEP) * outward);
      },
    },
  };
}
