import Link from 'next/link';
import type { ReactNode } from 'react';
import { AppHeader, Slash } from '@/components/shell/AppHeader';
import { JumpPalette } from '@/components/shell/jump/JumpPalette';
import { ProjectSwitcher } from '@/components/shell/ProjectSwitcher';
import type { Viewer } from '@/components/shell/viewer';
import type { Role } from '@/server/api/shared/schemas';
import { workflowHref } from './place';

interface WorkflowFrameProps {
  viewer: Viewer;
  project: { id: string; name: string; role: Role };
  workflow: { id: string; name: string };
  /** The name leads to the editor; left out in the editor itself. */
  linked?: boolean;
  children: ReactNode;
}

/** The whole window under one header that says which workflow of which project this is. */
export function WorkflowFrame({
  viewer,
  project,
  workflow,
  linked = false,
  children,
}: WorkflowFrameProps) {
  const spot = { projectId: project.id, workflowId: workflow.id };
  return (
    <div className="flex h-dvh flex-col overflow-hidden">
      <AppHeader
        viewer={viewer}
        actions={<JumpPalette project={project} />}
        trail={
          <>
            <span className="contents max-sm:hidden">
              <ProjectSwitcher project={project} />
              <Slash />
            </span>
            <h1 className="min-w-0 truncate px-1.5 font-medium">
              {linked ? (
                <Link href={workflowHref(spot)} className="hover:underline">
                  {workflow.name}
                </Link>
              ) : (
                workflow.name
              )}
            </h1>
          </>
        }
      />
      {children}
    </div>
  );
}
