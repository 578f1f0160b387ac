import { ProjectsSkeleton } from '@/components/projects/ProjectsSkeleton';
import { Page } from '@/components/shell/Page';
import { PageHeader } from '@/components/ui/PageHeader';

export default function ProjectsLoading() {
  return (
    <>
      <div className="h-12 border-b border-line bg-surface" />
      <Page>
        <PageHeader
          title="Projects"
          description="A project holds workflows and the people who may see them."
        />
        <div className="mt-6">
          <ProjectsSkeleton />
        </div>
      </Page>
    </>
  );
}
