'use client';

import { Link2, PencilRuler } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { BranchSwitcher } from '@/components/editor/bar/BranchSwitcher';
import { editorHref, versionHref, type Place } from '@/components/editor/place';
import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import type { TagSummary } from '@/server/api/shared/schemas';
import type { TagMove } from '@/server/api/tag/schemas';
import { BranchFromHere } from './BranchFromHere';
import { MoveList } from './MoveList';
import { VersionFacts } from './VersionFacts';
import { VersionView } from './VersionView';

interface HistoryScreenProps {
  place: Place;
  tag: TagSummary;
  /** The version to open first; the head when left out. */
  version?: string | undefined;
  canEdit: boolean;
}

/** The moves of a branch, and beside them the version that is looked at. */
export function HistoryScreen({ place, tag, version, canEdit }: HistoryScreenProps) {
  const [shown, setShown] = useState<{ versionId: string; seq?: number }>({
    versionId: version ?? tag.target,
  });
  const { projectId } = place;

  function open(move: TagMove): void {
    setShown({ versionId: move.to, seq: move.seq });
    const query = new URLSearchParams(window.location.search);
    query.set('version', move.to);
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
              <Link href={versionHref(place, shown.versionId)}>
                <Link2 aria-hidden />
              </Link>
            </IconButton>
            {canEdit ? (
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
    </>
  );
}
