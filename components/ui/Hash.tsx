'use client';

import { Check, Copy } from 'lucide-react';
import { cn } from './cn';
import { Tooltip } from './Tooltip';
import { useCopy } from './use-copy';

const SHORT = 10;

/** Ids begin with the time, so what tells them apart is their end. */
function shortOf(value: string): string {
  return value.includes('-') ? (value.split('-').at(-1) ?? value) : value.slice(0, SHORT);
}

interface HashProps {
  /** Hex, with or without the `sha256:` in front. */
  value: string;
  /** What it is the hash of: “version hash”. */
  what: string;
  /** All of it, on as many lines as needed. */
  full?: boolean;
  className?: string;
}

/** A content hash, short, in mono; a press copies all of it. */
export function Hash({ value, what, full = false, className }: HashProps) {
  const { copied, copy } = useCopy();
  const hex = value.replace(/^sha256:/, '');
  const Icon = copied ? Check : Copy;
  const button = (
    <button
      type="button"
      aria-label={copied ? `Copied ${what}` : `Copy ${what} ${shortOf(hex)}`}
      onClick={() => void copy(value)}
      className={cn(
        'group inline-flex max-w-full items-center gap-1 rounded-sm px-1 py-0.5 text-left font-mono text-xs text-fg-muted transition-colors hover:bg-hover hover:text-fg',
        className,
      )}
    >
      <span className={cn(full && 'break-all')}>{full ? hex : shortOf(hex)}</span>
      <Icon
        aria-hidden
        className={cn(
          'size-3 shrink-0 transition-opacity',
          copied
            ? 'text-ok-fg'
            : 'opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100',
        )}
      />
    </button>
  );
  if (full) return button;
  return (
    <Tooltip content={copied ? 'Copied' : <span className="font-mono break-all">{value}</span>}>
      {button}
    </Tooltip>
  );
}
