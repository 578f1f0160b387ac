'use client';

import { useQuery } from '@tanstack/react-query';
import { ChevronsUpDown, FolderOpen } from 'lucide-react';
import Link from 'next/link';
import { useTRPC } from '@/components/trpc/context';
import { Button } from '@/components/ui/Button';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/DropdownMenu';

interface ProjectSwitcherProps {
  project: { id: string; name: string };
}

/** Name of the project one is in, and the way to another. */
export function ProjectSwitcher({ project }: ProjectSwitcherProps) {
  const trpc = useTRPC();
  const projects = useQuery(trpc.project.list.queryOptions());
  const others = (projects.data ?? []).filter((other) => other.id !== project.id);
  return (
    <div className="flex min-w-0 items-center">
      <Link
        href={`/p/${project.id}`}
        className="min-w-0 truncate rounded-md px-1.5 py-1 font-medium hover:bg-hover"
      >
        {project.name}
      </Link>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button
            variant="ghost"
            size="sm"
            aria-label="Change project"
            className="w-6 px-0 pointer-coarse:w-9"
          >
            <ChevronsUpDown aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent className="w-60">
          {others.length === 0 ? null : <DropdownMenuLabel>Other projects</DropdownMenuLabel>}
          {others.map((other) => (
            <DropdownMenuItem key={other.id} asChild>
              <Link href={`/p/${other.id}`}>
                <span className="truncate">{other.name}</span>
              </Link>
            </DropdownMenuItem>
          ))}
          {others.length === 0 ? null : <DropdownMenuSeparator />}
          <DropdownMenuItem asChild>
            <Link href="/projects">
              <FolderOpen aria-hidden />
              All projects
            </Link>
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
    </div>
  );
}
