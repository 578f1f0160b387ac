import type { ReactNode } from 'react';
import { Mark } from './Mark';

interface NoticeProps {
  title: string;
  children: ReactNode;
  actions: ReactNode;
}

/** A page that has nothing but a message: not found, something broke. */
export function Notice({ title, children, actions }: NoticeProps) {
  return (
    <main id="main" className="grid min-h-dvh place-items-center p-6">
      <div className="max-w-md text-center">
        <Mark className="mx-auto size-9 text-fg-subtle" />
        <h1 className="mt-5 text-xl font-semibold tracking-tight">{title}</h1>
        <p className="mt-2 text-sm text-pretty text-fg-muted">{children}</p>
        <div className="mt-6 flex justify-center gap-2">{actions}</div>
      </div>
    </main>
  );
}
