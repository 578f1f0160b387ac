'use client';

import { useSyncExternalStore } from 'react';
import { cn } from './cn';
import { fullTime, timeAgo } from './time-words';
import { Tooltip } from './Tooltip';

const EVERY_MS = 30_000;
let now = Date.now();

function subscribe(onTick: () => void): () => void {
  const timer = setInterval(() => {
    now = Date.now();
    onTick();
  }, EVERY_MS);
  return () => clearInterval(timer);
}

/** How long ago, kept up to date; the exact time is a tooltip and the `dateTime`. */
export function TimeAgo({ at, className }: { at: string; className?: string }) {
  const date = new Date(at);
  const current = useSyncExternalStore(
    subscribe,
    () => now,
    () => Date.now(),
  );
  const words = timeAgo(date, new Date(Math.max(current, date.getTime())));
  return (
    <Tooltip content={<span suppressHydrationWarning>{fullTime(date)}</span>}>
      <time dateTime={at} suppressHydrationWarning className={cn('whitespace-nowrap', className)}>
        {words}
      </time>
    </Tooltip>
  );
}
