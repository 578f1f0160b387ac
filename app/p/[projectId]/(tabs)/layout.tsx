import type { ReactNode } from 'react';
import { AppHeader } from '@/components/shell/AppHeader';
import { JumpPalette } from '@/components/shell/jump/JumpPalette';
import { Page } from '@/components/shell/Page';
import { ProjectNav } from '@/components/shell/ProjectNav';
import { ProjectSwitcher } from '@/components/shell/ProjectSwitcher';
import { findViewer, projectAt } from '@/server/api/rsc';

interface ProjectLayoutProps {
  params: Promise<{ projectId: string }>;
  children: ReactNode;
}

/** Without a visitor it steps aside: only the page inside knows the way back to itself. */
export default async function ProjectLayout({ params, children }: ProjectLayoutProps) {
  const { projectId } = await params;
  const viewer = await findViewer();
  if (viewer === undefined) return children;
  const project = await projectAt(projectId);
  return (
    <>
      <AppHeader
        viewer={viewer}
        trail={<ProjectSwitcher project={project} />}
        actions={<JumpPalette project={project} />}
      />
      <ProjectNav projectId={projectId} role={project.role} />
      <Page>{children}</Page>
    </>
  );
}
