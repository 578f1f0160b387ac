import Link from 'next/link';
import { count } from '@/components/shell/count';
import { Badge } from '@/components/ui/Badge';
import { TimeAgo } from '@/components/ui/TimeAgo';
import type { ProjectSummary } from '@/server/api/project/schemas';
import { RoleBadge } from './RoleBadge';

export function ProjectCard({ project }: { project: ProjectSummary }) {
  return (
    <li className="relative flex min-h-34 flex-col rounded-lg border border-line bg-surface p-4 shadow-card transition-[border-color,box-shadow] hover:border-line-strong hover:shadow-raised">
      <div className="flex items-start justify-between gap-3">
        <h2 className="min-w-0 text-lg font-semibold break-words">
          <Link href={`/p/${project.id}`} className="after:absolute after:inset-0 after:rounded-lg">
            {project.name}
          </Link>
        </h2>
        {project.demo ? <Badge tone="outline">Demo</Badge> : null}
      </div>
      <p className="mt-0.5 text-sm text-fg-muted">{count(project.workflows, 'workflow')}</p>
      <div className="mt-auto flex items-center justify-between gap-3 pt-4 text-xs text-fg-muted">
        <RoleBadge role={project.role} />
        <span className="relative">
          Created <TimeAgo at={project.createdAt} />
        </span>
      </div>
    </li>
  );
}
