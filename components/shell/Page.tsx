import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

/** The main column of a page that is not an editor. */
export function Page({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <main
      id="main"
      tabIndex={-1}
      className={cn('mx-auto w-full max-w-6xl px-4 py-6 outline-none sm:px-6 sm:py-8', className)}
    >
      {children}
    </main>
  );
}
