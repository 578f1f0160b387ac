'use client';

import { useQuery } from '@tanstack/react-query';
import { Link2, PencilRuler } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { BranchSwitcher } from '@/components/editor/bar/BranchSwitcher';
import { editorHref, versionHref, type Place } from '@/components/editor/place';
import { may } from '@/components/shell/may';
import { useTRPC } from '@/components/trpc/context';
import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import type { Role, TagSummary } from '@/server/api/shared/schemas';
import type { TagMove } from '@/server/api/tag/schemas';
import { BranchFromHere } from './BranchFromHere';
import { MoveList } from './MoveList';
import { subjectOfMove } from './verbs/subject';
import { useVersionVerbs } from './verbs/use-version-verbs';
import { VersionMenu } from './verbs/VersionMenu';
import { VersionFacts } from './VersionFacts';
import { VersionView } from './VersionView';

interface HistoryScreenProps {
  place: Place;
  /** The branch as it was when the page was made. */
  start: TagSummary;
  /** The version to open first; the head when left out. */
  version?: string | undefined;
  role: Role;
}

/** The moves of a branch, and beside them the version that is looked at. */
export function HistoryScreen({ place, start, version, role }: HistoryScreenProps) {
  const trpc = useTRPC();
  const { projectId } = place;
  const { data: tag } = useQuery({
    ...trpc.tag.get.queryOptions({ projectId, tagId: start.id }),
    initialData: start,
  });
  const [shown, setShown] = useState<{ versionId: string; seq?: number }>({
    versionId: version ?? tag.target,
  });
  const { choose, dialogs } = useVersionVerbs(place, tag, (moved) => {
    if (moved.tag.id === tag.id) open({ to: moved.version.id, seq: moved.tag.seq });
  });

  function open({ to, seq }: Pick<TagMove, 'to' | 'seq'>): void {
    setShown({ versionId: to, seq });
    const query = new URLSearchParams(window.location.search);
    query.set('version', to);
    window.history.replaceState(null, '', `?${query.toString()}`);
  }

  return (
    <>
      <section
        aria-label="History bar"
        className="flex h-11 shrink-0 items-center gap-2 border-b border-line bg-surface px-3 pointer-coarse:h-13"
      >
        <BranchSwitcher place={place} />
        <h2 className="text-sm font-medium text-fg-muted">History</h2>
        <Button asChild size="sm" className="ml-auto">
          <Link href={editorHref(place, place.branch)}>
            <PencilRuler aria-hidden />
            Editor
          </Link>
        </Button>
      </section>
      <div className="flex min-h-0 flex-1 flex-col-reverse md:flex-row">
        <section
          aria-label="Moves"
          className="min-h-0 flex-1 overflow-y-auto border-line bg-surface max-md:border-t md:w-88 md:flex-none md:border-r"
        >
          <MoveList
            projectId={projectId}
            tagId={tag.id}
            shown={shown.versionId}
            seq={shown.seq}
            onSelect={open}
            menu={(move) => (
              <VersionMenu
                place={place}
                tag={tag}
                role={role}
                subject={subjectOfMove(move)}
                onChoose={choose}
              />
            )}
          />
        </section>
        <main
          id="main"
          tabIndex={-1}
          className="flex min-w-0 flex-col outline-none max-md:h-1/2 md:flex-1"
        >
          <div className="flex min-h-14 shrink-0 items-center gap-2 border-b border-line bg-surface px-4 py-1.5">
            <VersionFacts projectId={projectId} versionId={shown.versionId} />
            <IconButton asChild size="sm" label="Page of this version">
              <Link href={versionHref(place, shown.versionId, place.branch)}>
                <Link2 aria-hidden />
              </Link>
            </IconButton>
            {may.edit(role) ? (
              <BranchFromHere
                place={place}
                versionId={shown.versionId}
                fromWords={
                  shown.versionId === tag.target ? `${place.branch} as it is now` : 'this version'
                }
              />
            ) : null}
          </div>
          <div className="min-h-0 flex-1">
            <VersionView projectId={projectId} versionId={shown.versionId} />
          </div>
        </main>
      </div>
      {dialogs}
    </>
  );
}
