'use client';

import { Notice } from '@/components/shell/Notice';
import { Button } from '@/components/ui/Button';

interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <Notice
      title="This page broke"
      actions={
        <>
          <Button variant="primary" onClick={reset}>
            Try again
          </Button>
          <Button onClick={() => window.location.assign('/projects')}>All projects</Button>
        </>
      }
    >
      That is our fault, not yours. Everything shown as saved is saved.
      {error.digest === undefined ? null : (
        <span className="mt-2 block font-mono text-xs">Reference {error.digest}</span>
      )}
    </Notice>
  );
}
