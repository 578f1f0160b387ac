'use client';

import { createElement, type ReactNode } from 'react';
import { Avatar } from '@/components/ui/Avatar';
import { Badge } from '@/components/ui/Badge';
import { cn } from '@/components/ui/cn';
import { TimeAgo } from '@/components/ui/TimeAgo';
import type { TagMove } from '@/server/api/tag/schemas';
import { MOVE_LOOKS } from './move-look';

interface MoveRowProps {
  move: TagMove;
  selected: boolean;
  /** It is what the branch points at now. */
  head: boolean;
  onSelect: () => void;
  menu: ReactNode;
}

const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const full = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });

/** One move of the branch: what it did, who made it, when, and which version it led to. */
export function MoveRow({ move, selected, head, onSelect, menu }: MoveRowProps) {
  const look = MOVE_LOOKS[move.kind];
  const at = new Date(move.at);
  return (
    <li className={cn('group flex items-start', selected && 'bg-accent-soft')}>
      <button
        type="button"
        aria-current={selected || undefined}
        onClick={onSelect}
        className={cn(
          'flex min-w-0 flex-1 items-start gap-2.5 py-2 pl-4 text-left transition-colors focus-visible:-outline-offset-2',
          !selected && 'hover:bg-hover',
        )}
      >
        <span
          title={look.label}
          className={cn('mt-0.5 grid size-6 shrink-0 place-items-center rounded-full', look.style)}
        >
          {createElement(look.icon, { 'aria-label': look.label, className: 'size-3.5' })}
        </span>
        <span className="min-w-0 flex-1">
          <span className="flex items-center gap-2">
            <span className="min-w-0 truncate text-sm font-medium">{move.message}</span>
            {head ? <Badge tone="outline">now</Badge> : null}
          </span>
          <span className="mt-0.5 flex min-w-0 items-center gap-1.5 text-xs text-fg-muted">
            <Avatar name={move.actor.name} className="size-4 text-[0.5rem]" />
            <span className="truncate">{move.actor.name}</span>
            <span aria-hidden>·</span>
            <time
              dateTime={move.at}
              title={full.format(at)}
              suppressHydrationWarning
              className="whitespace-nowrap"
            >
              {time.format(at)}
            </time>
            <span aria-hidden>·</span>
            <TimeAgo at={move.at} />
            <span className="ml-auto font-mono text-2xs text-fg-subtle">
              {move.versionHash.slice(0, 8)}
            </span>
          </span>
        </span>
      </button>
      <span className="px-1.5 py-2">{menu}</span>
    </li>
  );
}
