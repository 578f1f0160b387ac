'use client';

import { FolderOpen, LogOut } from 'lucide-react';
import Link from 'next/link';
import { authClient } from '@/components/auth/auth-client';
import { Avatar } from '@/components/ui/Avatar';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/DropdownMenu';
import type { Viewer } from './viewer';

/** A full load afterwards, so that nothing of this person stays in memory. */
async function signOut(): Promise<void> {
  await authClient.signOut();
  window.location.assign('/sign-in');
}

export function UserMenu({ viewer }: { viewer: Viewer }) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger
        aria-label={`Account of ${viewer.name}`}
        className="grid size-8 place-items-center rounded-full pointer-coarse:size-10"
      >
        <Avatar name={viewer.name} size="md" />
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end" className="w-60">
        <div className="px-2 py-1.5">
          <p className="truncate font-medium">{viewer.name}</p>
          <p className="truncate text-xs text-fg-muted">{viewer.email}</p>
        </div>
        <DropdownMenuSeparator />
        <DropdownMenuItem asChild>
          <Link href="/projects">
            <FolderOpen aria-hidden />
            All projects
          </Link>
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={() => void signOut()}>
          <LogOut aria-hidden />
          Sign out
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
