import Link from 'next/link';
import { Notice } from '@/components/shell/Notice';
import { Button } from '@/components/ui/Button';

export default function NotFoundPage() {
  return (
    <Notice
      title="Nothing here"
      actions={
        <Button asChild variant="primary">
          <Link href="/projects">All projects</Link>
        </Button>
      }
    >
      This page does not exist, or is not yours to see. The address may be mistyped, or you may have
      been taken off the project.
    </Notice>
  );
}
