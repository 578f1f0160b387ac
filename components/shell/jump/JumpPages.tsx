'use client';

import { CommandGroup, CommandItem } from '@/components/ui/CommandPalette';
import type { Role } from '@/server/api/shared/schemas';
import { projectPlaces } from '../project-places';

interface JumpPagesProps {
  projectId: string;
  role: Role;
  go: (path: string) => void;
}

export function JumpPages({ projectId, role, go }: JumpPagesProps) {
  return (
    <CommandGroup heading="Pages">
      {projectPlaces(projectId, role).map(({ href, label, icon: Icon }) => (
        <CommandItem key={href} value={`page ${label}`} onSelect={() => go(href)}>
          <Icon aria-hidden />
          {label}
        </CommandItem>
      ))}
    </CommandGroup>
  );
}
