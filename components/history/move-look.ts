import {
  FoldVertical,
  GitMerge,
  History,
  ListRestart,
  Pencil,
  Redo2,
  RotateCcw,
  Sparkles,
  Undo2,
  type LucideIcon,
} from 'lucide-react';
import type { TagMove } from '@/server/api/tag/schemas';

interface MoveLook {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly style: string;
}

/** How a kind of move is shown and named; the colour only repeats what icon and words say. */
export const MOVE_LOOKS: Readonly<Record<TagMove['kind'], MoveLook>> = {
  create: { icon: Sparkles, label: 'Created', style: 'bg-accent-soft text-accent-fg' },
  edit: { icon: Pencil, label: 'Edit', style: 'border border-line bg-surface text-fg-muted' },
  undo: { icon: Undo2, label: 'Undo', style: 'bg-warn-soft text-warn-fg' },
  redo: { icon: Redo2, label: 'Redo', style: 'bg-warn-soft text-warn-fg' },
  revert: { icon: RotateCcw, label: 'Revert', style: 'bg-info-soft text-info-fg' },
  restore: { icon: History, label: 'Restore', style: 'bg-info-soft text-info-fg' },
  merge: { icon: GitMerge, label: 'Merge', style: 'bg-violet-soft text-violet-fg' },
  compaction: { icon: FoldVertical, label: 'Compaction', style: 'bg-hover text-fg-muted' },
  reset: { icon: ListRestart, label: 'Reset', style: 'bg-danger-soft text-danger-fg' },
};
