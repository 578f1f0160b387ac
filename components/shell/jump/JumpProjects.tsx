'use client';

import { useQuery } from '@tanstack/react-query';
import { FolderOpen } from 'lucide-react';
import { useTRPC } from '@/components/trpc/context';
import { CommandGroup, CommandItem } from '@/components/ui/CommandPalette';

export function JumpProjects({ go }: { go: (path: string) => void }) {
  const trpc = useTRPC();
  const projects = useQuery(trpc.project.list.queryOptions());
  return (
    <CommandGroup heading="Projects">
      {(projects.data ?? []).map((project) => (
        <CommandItem
          key={project.id}
          value={`${project.name} ${project.id}`}
          onSelect={() => go(`/p/${project.id}`)}
        >
          <FolderOpen aria-hidden />
          <span className="truncate">{project.name}</span>
        </CommandItem>
      ))}
      <CommandItem value="all projects" onSelect={() => go('/projects')}>
        <FolderOpen aria-hidden />
        All projects
      </CommandItem>
    </CommandGroup>
  );
}
