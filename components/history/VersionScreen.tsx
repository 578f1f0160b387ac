'use client';

import { useQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { historyHref, type Place } from '@/components/editor/place';
import { may } from '@/components/shell/may';
import { useTRPC } from '@/components/trpc/context';
import { Badge } from '@/components/ui/Badge';
import { Button } from '@/components/ui/Button';
import type { Role, TagSummary, VersionSummary } from '@/server/api/shared/schemas';
import { BranchFromHere } from './BranchFromHere';
import { subjectOfVersion } from './verbs/subject';
import { useVersionVerbs } from './verbs/use-version-verbs';
import { VersionMenu } from './verbs/VersionMenu';
import { VersionFacts } from './VersionFacts';
import { VersionView } from './VersionView';

interface VersionScreenProps {
  place: Place;
  version: VersionSummary;
  /** The branch one came from; left out when there is none of that name. */
  tag: TagSummary | undefined;
  role: Role;
}

/** One version at an address of its own: what it was then, it is for good. */
export function VersionScreen({ place, version, tag, role }: VersionScreenProps) {
  return (
    <>
      <section
        aria-label="This version"
        className="flex min-h-14 shrink-0 items-center gap-2 border-b border-line bg-surface px-4 py-1.5"
      >
        <VersionFacts projectId={place.projectId} versionId={version.id} />
        <Badge className="max-sm:hidden">Read only</Badge>
        <Button asChild size="sm">
          <Link href={historyHref(place, place.branch)}>
            <History aria-hidden />
            <span className="max-sm:sr-only">History</span>
          </Link>
        </Button>
        {may.edit(role) ? (
          <BranchFromHere place={place} versionId={version.id} fromWords="this version" />
        ) : null}
        {tag ? <Actions place={place} version={version} start={tag} role={role} /> : null}
      </section>
      <main id="main" tabIndex={-1} className="min-h-0 flex-1 outline-none">
        <VersionView projectId={place.projectId} versionId={version.id} />
      </main>
    </>
  );
}

interface ActionsProps {
  place: Place;
  version: VersionSummary;
  start: TagSummary;
  role: Role;
}

/** What can be done with the version; a branch that moved is looked at in its history. */
function Actions({ place, version, start, role }: ActionsProps) {
  const trpc = useTRPC();
  const router = useRouter();
  const { projectId } = place;
  const { data: tag } = useQuery({
    ...trpc.tag.get.queryOptions({ projectId, tagId: start.id }),
    initialData: start,
  });
  const { choose, dialogs } = useVersionVerbs(place, tag, (moved) =>
    router.push(historyHref(place, moved.tag.name, moved.version.id)),
  );
  return (
    <>
      <VersionMenu
        place={place}
        tag={tag}
        role={role}
        subject={subjectOfVersion(version)}
        onChoose={choose}
      />
      {dialogs}
    </>
  );
}
