'use client';

import Link from 'next/link';
import { editorHref, type Place } from '@/components/editor/place';
import { Avatar } from '@/components/ui/Avatar';
import { Button } from '@/components/ui/Button';
import {
  Dialog,
  DialogBody,
  DialogClose,
  DialogContent,
  DialogFooter,
} from '@/components/ui/Dialog';
import type { Obstacle } from './blocked';

interface BlockedDialogProps {
  place: Place;
  /** The branch it was meant for. */
  branch: string;
  title: string;
  obstacles: readonly Obstacle[];
  onClose: () => void;
}

/** What keeps an edit from being taken back or made again, and the way to do it by hand. */
export function BlockedDialog({ place, branch, title, obstacles, onClose }: BlockedDialogProps) {
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent
        title={title}
        description={`The same has been changed since on ${branch}, so nothing was done. You can do it by hand in the editor.`}
      >
        <DialogBody>
          <ul className="flex flex-col gap-2">
            {obstacles.map(({ place: where, story, author, message }) => (
              <li key={where} className="rounded-lg border border-line p-3">
                <p className="font-medium break-words">{where}</p>
                <p className="mt-0.5 text-sm break-words">{story}</p>
                <p className="mt-1.5 flex min-w-0 items-center gap-1.5 text-xs text-fg-muted">
                  <Avatar name={author.name} className="size-4 text-[0.5rem]" />
                  <span className="min-w-0 truncate">
                    {author.name}, “{message}”
                  </span>
                </p>
              </li>
            ))}
          </ul>
        </DialogBody>
        <DialogFooter>
          <DialogClose asChild>
            <Button>Close</Button>
          </DialogClose>
          <Button asChild variant="primary">
            <Link href={editorHref(place, branch)}>Open the editor</Link>
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
