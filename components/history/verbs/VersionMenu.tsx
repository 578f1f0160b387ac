'use client';

import {
  Cherry,
  Ellipsis,
  GitBranchPlus,
  History,
  Link2,
  ListRestart,
  RotateCcw,
  type LucideIcon,
} from 'lucide-react';
import { toast } from 'sonner';
import { versionHref, type Place } from '@/components/editor/place';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/DropdownMenu';
import { IconButton } from '@/components/ui/IconButton';
import type { Role, TagSummary } from '@/server/api/shared/schemas';
import { refusalOf, type Verb } from './refusal';
import type { Subject } from './subject';

interface VersionMenuProps {
  place: Place;
  tag: TagSummary;
  role: Role;
  subject: Subject;
  onChoose: (verb: Verb, subject: Subject) => void;
  className?: string;
}

/** What can be done with one version of the history, and why not where it cannot. */
export function VersionMenu({ place, tag, role, subject, onChoose, className }: VersionMenuProps) {
  const item = (verb: Verb, icon: LucideIcon, words: string) => (
    <VerbItem
      icon={icon}
      words={words}
      danger={verb === 'reset'}
      refusal={refusalOf(verb, subject, { role, tag })}
      onSelect={() => onChoose(verb, subject)}
    />
  );
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <IconButton
          size="sm"
          label={`Actions for “${subject.message}”`}
          {...(className === undefined ? {} : { className })}
        >
          <Ellipsis aria-hidden />
        </IconButton>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end" className="w-64">
        {item('restore', History, 'Restore this version…')}
        {item('revert', RotateCcw, 'Revert this change')}
        {item('cherryPick', Cherry, 'Cherry-pick to a branch…')}
        {item('branch', GitBranchPlus, 'New branch from here…')}
        <DropdownMenuItem onSelect={() => void copyLink(place, subject.versionId)}>
          <Link2 aria-hidden />
          Copy link
        </DropdownMenuItem>
        <DropdownMenuSeparator />
        {item('reset', ListRestart, `Reset ${tag.name} to here…`)}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

interface VerbItemProps {
  icon: LucideIcon;
  words: string;
  danger: boolean;
  refusal: string | undefined;
  onSelect: () => void;
}

/** One that is refused can still be reached, so that its reason can be read. */
function VerbItem({ icon: Icon, words, danger, refusal, onSelect }: VerbItemProps) {
  const refused = refusal !== undefined;
  return (
    <DropdownMenuItem
      danger={danger && !refused}
      aria-disabled={refused || undefined}
      className="items-start"
      onSelect={(event) => {
        if (refused) event.preventDefault();
        else onSelect();
      }}
    >
      <Icon aria-hidden className="mt-0.5" />
      <span className="min-w-0">
        <span className={refused ? 'block text-fg-subtle' : 'block'}>{words}</span>
        {refused ? <span className="block text-xs text-fg-subtle">{refusal}</span> : null}
      </span>
    </DropdownMenuItem>
  );
}

async function copyLink(place: Place, versionId: string): Promise<void> {
  const link = new URL(versionHref(place, versionId, place.branch), window.location.href);
  try {
    await navigator.clipboard.writeText(link.href);
    toast.success('Link copied.');
  } catch {
    toast.error('The link could not be copied.', { description: link.href });
  }
}
