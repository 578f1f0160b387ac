import type { VersionSummary } from '@/server/api/shared/schemas';
import type { TagMove } from '@/server/api/tag/schemas';

/** A version that something is to be done with, as one entry of a branch's history or by itself. */
export interface Subject {
  readonly versionId: string;
  readonly message: string;
  /** The move of the branch that led to it; unknown on a version's own page. */
  readonly seq?: number;
  /** Why it is no edit that could be taken back or made again alone; undefined when it is one. */
  readonly noEdit: string | undefined;
}

const NO_EDIT: Readonly<Partial<Record<TagMove['kind'], string>>> = {
  create: 'The branch began here; nothing was changed.',
  undo: 'It took an edit back: choose that edit instead.',
  redo: 'It did an edit again: choose that edit instead.',
  compaction: 'A compaction changes nothing.',
  reset: 'Only whoever reset the branch can take that back, by undo.',
};

export function subjectOfMove({ to, message, seq, kind }: TagMove): Subject {
  return { versionId: to, message, seq, noEdit: NO_EDIT[kind] };
}

export function subjectOfVersion({ id, message, kind, parentId }: VersionSummary): Subject {
  const isEdit = kind === 'patch_set' && parentId !== null;
  return {
    versionId: id,
    message,
    noEdit: isEdit ? undefined : 'It is a whole document, no edit.',
  };
}
