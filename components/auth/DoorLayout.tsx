import type { ReactNode } from 'react';
import { Mark } from '@/components/shell/Mark';
import { ThemeMenu } from '@/components/shell/theme/ThemeMenu';
import { Stemma } from './Stemma';

interface DoorLayoutProps {
  title: string;
  description: ReactNode;
  children: ReactNode;
}

/** The pages before signing in: the form, and beside it what a stemma is. */
export function DoorLayout({ title, description, children }: DoorLayoutProps) {
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)]">
      <div className="flex min-w-0 flex-col bg-surface">
        <header className="flex h-14 items-center justify-between px-5 sm:px-8">
          <div className="flex items-center gap-2">
            <Mark className="size-6 text-accent-fg" />
            <span className="text-lg font-semibold tracking-tight">Stemma</span>
          </div>
          <ThemeMenu />
        </header>
        <main
          id="main"
          tabIndex={-1}
          className="flex flex-1 flex-col items-center justify-center px-5 py-10 outline-none"
        >
          <div className="w-full max-w-sm">
            <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
            <p className="mt-1.5 text-base text-pretty text-fg-muted">{description}</p>
            <div className="mt-7">{children}</div>
          </div>
        </main>
      </div>
      <aside
        aria-label="What Stemma is"
        className="relative hidden flex-col items-center justify-center gap-10 overflow-hidden border-l border-line bg-sunken px-12 py-16 lg:flex"
      >
        <div
          aria-hidden
          className="absolute inset-0 bg-[radial-gradient(var(--line)_1px,transparent_1px)] [mask-image:radial-gradient(closest-side,black,transparent)] bg-size-[20px_20px]"
        />
        <Stemma className="relative w-full max-w-88" />
        <p className="relative max-w-sm text-center text-base text-pretty text-fg-muted">
          <i className="font-medium text-fg">stemma</i>, n. The tree that shows how the versions of
          a text descend from each other. Here the text is your workflow, and every edit is a
          version.
        </p>
      </aside>
    </div>
  );
}
