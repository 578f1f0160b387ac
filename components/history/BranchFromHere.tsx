'use client';

import { GitBranchPlus } from 'lucide-react';
import { useState } from 'react';
import { NewBranch } from '@/components/editor/bar/NewBranch';
import type { Place } from '@/components/editor/place';
import { Button } from '@/components/ui/Button';

interface BranchFromHereProps {
  place: Place;
  versionId: string;
  /** The version in words: “this version”. */
  fromWords: string;
}

/** Makes a branch that starts at a version being looked at. */
export function BranchFromHere({ place, versionId, fromWords }: BranchFromHereProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        <GitBranchPlus aria-hidden />
        <span className="max-sm:sr-only">New branch from here</span>
      </Button>
      <NewBranch
        place={place}
        open={open}
        onOpenChange={setOpen}
        from={() => Promise.resolve(versionId)}
        fromWords={fromWords}
      />
    </>
  );
}
