import type { ReactNode } from 'react';
import { Brand } from './Brand';
import { ThemeMenu } from './theme/ThemeMenu';
import { UserMenu } from './UserMenu';
import type { Viewer } from './viewer';

interface AppHeaderProps {
  viewer: Viewer;
  /** After the brand: where one is. */
  trail?: ReactNode;
  /** Before theme and account: what one can do here. */
  actions?: ReactNode;
}

/** The one bar on top of every page; 48 px high. */
export function AppHeader({ viewer, trail, actions }: AppHeaderProps) {
  return (
    <header className="sticky top-0 z-40 flex h-12 shrink-0 items-center gap-2 border-b border-line bg-surface px-4 print:hidden">
      <Brand className={trail === undefined ? '' : '[&>span]:max-sm:hidden'} />
      {trail === undefined ? null : (
        <div className="flex min-w-0 items-center gap-1 text-sm">
          <Slash />
          {trail}
        </div>
      )}
      <div className="ml-auto flex shrink-0 items-center gap-1">
        {actions}
        <ThemeMenu />
        <UserMenu viewer={viewer} />
      </div>
    </header>
  );
}

/** Between the parts of a trail. */
export function Slash() {
  return (
    <span aria-hidden className="px-1 text-line-strong select-none">
      /
    </span>
  );
}
