'use client';

import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { Avatar } from '@/components/ui/Avatar';
import { Callout } from '@/components/ui/Callout';
import { cn } from '@/components/ui/cn';
import { postJson } from './post-json';

const PEOPLE = [
  { key: 'ada', name: 'Ada', role: 'Admin', does: 'Everything, compaction and figures too' },
  { key: 'ben', name: 'Ben', role: 'Analyst', does: 'Draws, branches and runs workflows' },
  { key: 'rosa', name: 'Rosa', role: 'Reviewer', does: 'Reads every version, changes none' },
] as const;

/** One click and one is in; the server offers this on this very machine only. */
export function DemoPeople({ next }: { next: string }) {
  const [chosen, setChosen] = useState<string>();
  const [refusal, setRefusal] = useState<string>();

  async function enter(person: string): Promise<void> {
    setChosen(person);
    setRefusal(undefined);
    const posted = await postJson('/api/demo/sign-in', { person });
    if (posted.ok) {
      window.location.assign(next);
      return;
    }
    setChosen(undefined);
    setRefusal(posted.message);
  }

  return (
    <div className="flex flex-col gap-3">
      <ul className="flex flex-col divide-y divide-line overflow-hidden rounded-lg border border-line-strong bg-surface shadow-card">
        {PEOPLE.map(({ key, name, role, does }) => (
          <li key={key}>
            <button
              type="button"
              disabled={chosen !== undefined}
              aria-busy={chosen === key || undefined}
              onClick={() => void enter(key)}
              className={cn(
                'group flex w-full items-center gap-3 px-3.5 py-3 text-left transition-colors hover:bg-hover focus-visible:-outline-offset-2',
                chosen === key && 'animate-shimmer',
              )}
            >
              <Avatar name={name} size="lg" />
              <span className="min-w-0 flex-1">
                <span className="block font-medium">
                  {name} <span className="font-normal text-fg-muted">· {role}</span>
                </span>
                <span className="block text-sm text-fg-muted">{does}</span>
              </span>
              <ArrowRight
                aria-hidden
                className="size-4 shrink-0 text-fg-subtle transition-transform group-hover:translate-x-0.5"
              />
            </button>
          </li>
        ))}
      </ul>
      {refusal === undefined ? null : <Callout tone="danger">{refusal}</Callout>}
    </div>
  );
}
