'use client';

import { History } from 'lucide-react';
import Link from 'next/link';
import { historyHref, type Place } from '@/components/editor/place';
import { Badge } from '@/components/ui/Badge';
import { Button } from '@/components/ui/Button';
import { BranchFromHere } from './BranchFromHere';
import { VersionFacts } from './VersionFacts';
import { VersionView } from './VersionView';

interface VersionScreenProps {
  place: Place;
  versionId: string;
  canEdit: boolean;
}

/** One version at an address of its own: what it was then, it is for good. */
export function VersionScreen({ place, versionId, canEdit }: VersionScreenProps) {
  return (
    <>
      <section
        aria-label="This version"
        className="flex min-h-14 shrink-0 items-center gap-2 border-b border-line bg-surface px-4 py-1.5"
      >
        <VersionFacts projectId={place.projectId} versionId={versionId} />
        <Badge className="max-sm:hidden">Read only</Badge>
        <Button asChild size="sm">
          <Link href={historyHref(place, place.branch)}>
            <History aria-hidden />
            <span className="max-sm:sr-only">History</span>
          </Link>
        </Button>
        {canEdit ? (
          <BranchFromHere place={place} versionId={versionId} fromWords="this version" />
        ) : null}
      </section>
      <main id="main" tabIndex={-1} className="min-h-0 flex-1 outline-none">
        <VersionView projectId={place.projectId} versionId={versionId} />
      </main>
    </>
  );
}
