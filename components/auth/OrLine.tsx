import type { ReactNode } from 'react';

/** A line with words in its middle, between two ways to do the same. */
export function OrLine({ children }: { children: ReactNode }) {
  return (
    <div className="my-6 flex items-center gap-3 text-sm text-fg-subtle before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
      {children}
    </div>
  );
}
