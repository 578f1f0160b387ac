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

/** How a kind of move is shown and named. */
export const MOVE_LOOKS: Readonly<Record<TagMove['kind'], { icon: LucideIcon; label: string }>> = {
  create: { icon: Sparkles, label: 'Created' },
  edit: { icon: Pencil, label: 'Edit' },
  undo: { icon: Undo2, label: 'Undo' },
  redo: { icon: Redo2, label: 'Redo' },
  revert: { icon: RotateCcw, label: 'Revert' },
  restore: { icon: History, label: 'Restore' },
  merge: { icon: GitMerge, label: 'Merge' },
  compaction: { icon: FoldVertical, label: 'Compaction' },
  reset: { icon: ListRestart, label: 'Reset' },
};
