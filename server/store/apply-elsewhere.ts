import type { Transaction } from 'kysely';
import { InvalidDagError } from '@core/errors';
import { shorten } from '@core/shorten';
import { carryOverTo } from '@core/version/carry-over';
import type { DB } from '../db/schema/db';
import type { ProjectScope } from '../db/transaction';
import { type EditConflict, withAuthors } from './edit-conflict';
import { getVersionOf } from './get-version-summary';
import { materializeVersion } from './materialize-version';
import { branchNow, type MovedBranch, openBranch } from './open-branch';
import { headDocument, storePatch } from './store-patch';
import { findStoodAt } from './stood-at';
import type { TagRef } from './tag-ref';

export interface ElsewhereArgs extends ProjectScope {
  readonly ref: TagRef;
  /** The edit in question: a patch of the same workflow. */
  readonly versionId: string;
  readonly opId: string;
}

export type ElsewhereResult =
  | (MovedBranch & { readonly status: 'committed' })
  /** Nothing of it is left to do; nothing was stored. */
  | { readonly status: 'unchanged'; readonly head: string; readonly seq: number }
  | {
      readonly status: 'conflict';
      readonly head: string;
      readonly seq: number;
      readonly conflicts: readonly EditConflict[];
    };

/**
 * [T4] Takes one edit back, however old it is, and leaves everything that came after. Throws
 * NotFoundError, InvalidDagError for what is no edit, ForbiddenError, OpIdReusedError.
 */
export function revert(trx: Transaction<DB>, args: ElsewhereArgs): Promise<ElsewhereResult> {
  return applyElsewhere(trx, args, {
    action: 'patch.revert',
    kind: 'revert',
    sides: ({ id, parentId }) => ({ base: id, incoming: parentId }),
    message: (message) => `Revert “${shorten(message, LONGEST_QUOTE)}”`,
    meta: (versionId) => ({ reverts: versionId }),
  });
}

/** [T4] Makes one edit again at the end of another branch. Throws what `revert` throws. */
export function cherryPick(trx: Transaction<DB>, args: ElsewhereArgs): Promise<ElsewhereResult> {
  return applyElsewhere(trx, args, {
    action: 'patch.cherryPick',
    kind: 'edit',
    sides: ({ id, parentId }) => ({ base: parentId, incoming: id }),
    message: (message) => message,
    meta: (versionId) => ({ cherry_picked_from: versionId }),
  });
}

/** A revert of a revert of a revert stays readable. */
const LONGEST_QUOTE = 160;

interface Way {
  readonly action: string;
  readonly kind: 'revert' | 'edit';
  readonly sides: (edit: Edit) => { base: string; incoming: string };
  readonly message: (message: string) => string;
  readonly meta: (versionId: string) => Record<string, string>;
}

async function applyElsewhere(
  trx: Transaction<DB>,
  args: ElsewhereArgs,
  way: Way,
): Promise<ElsewhereResult> {
  const { projectId, versionId } = args;
  const turn = await openBranch(trx, { ...args, action: way.action, request: [versionId] });
  if ('answer' in turn) return { status: 'committed', ...turn.answer };
  const { open } = turn;
  const { tag } = open.loaded;
  const edit = await getEdit(trx, { projectId, versionId, workflowId: tag.workflowId });
  const sides = way.sides(edit);
  const [base, incoming, head] = [
    await materializeVersion(trx, { projectId, versionId: sides.base }),
    await materializeVersion(trx, { projectId, versionId: sides.incoming }),
    await headDocument(trx, open),
  ];
  const result = carryOverTo({ base: base.dag, incoming: incoming.dag, head: head.dag });
  if (result.status === 'conflict') {
    const conflicts = await withAuthors(trx, result.conflicts, {
      projectId,
      loaded: open.loaded,
      // What came with a merge never was the branch's end: then any move may stand in the way.
      sinceSeq: (await findStoodAt(trx, { projectId, tagId: tag.id, versionId })) ?? 0,
    });
    return { status: 'conflict', head: tag.target, seq: tag.seq, conflicts };
  }
  const { dag: after, ops } = result;
  if (ops.length === 0) return { status: 'unchanged', head: tag.target, seq: tag.seq };
  const message = way.message(edit.message);
  const meta = way.meta(versionId);
  await storePatch(trx, { ...open, head, after, ops, kind: way.kind, message, meta });
  return { status: 'committed', ...(await branchNow(trx, open)) };
}

interface Edit {
  readonly id: string;
  readonly parentId: string;
  readonly message: string;
}

async function getEdit(
  trx: Transaction<DB>,
  key: { projectId: string; workflowId: string; versionId: string },
): Promise<Edit> {
  const { id, kind, parentId, message } = await getVersionOf(trx, key);
  if (kind === 'patch_set' && parentId !== null) return { id, parentId, message };
  throw new InvalidDagError('That version is a whole document and no edit of one.');
}
