'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { cn } from '@/components/ui/cn';
import type { Role } from '@/server/api/shared/schemas';
import { projectPlaces } from './project-places';

interface ProjectNavProps {
  projectId: string;
  role: Role;
}

/** Workflows, runs and, for admins, administration. */
export function ProjectNav({ projectId, role }: ProjectNavProps) {
  const path = usePathname();
  const home = `/p/${projectId}`;
  const places = projectPlaces(projectId, role).map((place) => ({
    ...place,
    here: place.href === home ? path === home : path.startsWith(place.href),
  }));
  return (
    <nav aria-label="Project" className="border-b border-line bg-surface">
      <ul className="mx-auto flex max-w-6xl gap-1 px-2.5 sm:px-4.5">
        {places.map(({ href, label, icon: Icon, here }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={here ? 'page' : undefined}
              className={cn(
                '-mb-px flex h-10 items-center gap-1.5 border-b-2 px-2 text-sm font-medium transition-colors focus-visible:-outline-offset-2',
                here ? 'border-accent text-fg' : 'border-transparent text-fg-muted hover:text-fg',
              )}
            >
              <Icon aria-hidden className="size-4" />
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
