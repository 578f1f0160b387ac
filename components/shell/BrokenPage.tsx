'use client';

import { Button } from '@/components/ui/Button';
import { Callout } from '@/components/ui/Callout';
import { PageHeader } from '@/components/ui/PageHeader';

interface BrokenPageProps {
  reset: () => void;
}

/** In the place of a page that broke while the bar around it still works. */
export function BrokenPage({ reset }: BrokenPageProps) {
  return (
    <>
      <PageHeader title="This page broke" />
      <Callout
        tone="danger"
        className="mt-5"
        action={
          <Button size="sm" onClick={reset}>
            Try again
          </Button>
        }
      >
        That is our fault, not yours. Everything shown as saved is saved.
      </Callout>
    </>
  );
}
