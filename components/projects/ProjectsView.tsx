'use client';

import { useQuery } from '@tanstack/react-query';
import { PageHeader } from '@/components/ui/PageHeader';
import { QueryFailure } from '@/components/trpc/QueryFailure';
import { useTRPC } from '@/components/trpc/context';
import { CreateProject } from './CreateProject';
import { NoProjects } from './NoProjects';
import { ProjectCard } from './ProjectCard';
import { ProjectsSkeleton } from './ProjectsSkeleton';

export function ProjectsView() {
  const trpc = useTRPC();
  const projects = useQuery(trpc.project.list.queryOptions());
  return (
    <>
      <PageHeader
        title="Projects"
        description="A project holds workflows and the people who may see them."
      >
        <CreateProject />
      </PageHeader>
      <div className="mt-6">
        {projects.isPending ? <ProjectsSkeleton /> : null}
        {projects.isError ? (
          <QueryFailure error={projects.error} onRetry={() => void projects.refetch()} />
        ) : null}
        {projects.data?.length === 0 ? <NoProjects /> : null}
        {projects.data !== undefined && projects.data.length > 0 ? (
          <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
            {projects.data.map((project) => (
              <ProjectCard key={project.id} project={project} />
            ))}
          </ul>
        ) : null}
      </div>
    </>
  );
}
