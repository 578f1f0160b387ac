import type { Metadata } from 'next';
import { ProjectsView } from '@/components/projects/ProjectsView';
import { AppHeader } from '@/components/shell/AppHeader';
import { JumpPalette } from '@/components/shell/jump/JumpPalette';
import { Page } from '@/components/shell/Page';
import { api, getQueryClient, Hydrate, viewerAt } from '@/server/api/rsc';

export const metadata: Metadata = { title: 'Projects' };

export default async function ProjectsPage() {
  const viewer = await viewerAt('/projects');
  await getQueryClient().prefetchQuery(api.project.list.queryOptions());
  return (
    <>
      <AppHeader viewer={viewer} actions={<JumpPalette />} />
      <Page>
        <Hydrate>
          <ProjectsView />
        </Hydrate>
      </Page>
    </>
  );
}
