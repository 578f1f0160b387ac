import { EDITORS, READERS } from '../../auth/role';
import { createTag } from '../../store/create-tag';
import { getTag } from '../../store/get-tag';
import { getDivergence, listDivergences } from '../../store/lineage/divergence';
import { listMoves } from '../../store/list-moves';
import { listTags } from '../../store/list-tags';
import { reset } from '../../store/reset';
import { restore } from '../../store/restore';
import { redo, undo } from '../../store/undo';
import { withRole } from '../access/with-role';
import { movedBranch, tagSummary } from '../shared/schemas';
import { refOf } from '../shared/ref-of';
import { createRouter } from '../trpc';
import {
  createInput,
  divergenceInput,
  divergenceOutput,
  divergencesInput,
  divergencesOutput,
  getInput,
  listInput,
  listOutput,
  movesInput,
  movesOutput,
  restoreInput,
  undoInput,
  undoOutput,
} from './schemas';

export const tagRouter = createRouter({
  list: withRole(...READERS)
    .input(listInput)
    .output(listOutput)
    .query(({ ctx, input }) => ctx.inProject((trx) => listTags(trx, { ...input, ...ctx.scope }))),

  get: withRole(...READERS)
    .input(getInput)
    .output(tagSummary)
    .query(({ ctx, input }) =>
      ctx.inProject((trx) => getTag(trx, { ...ctx.scope, ref: refOf(input) })),
    ),

  create: withRole(...EDITORS)
    .input(createInput)
    .output(tagSummary)
    .mutation(({ ctx, input }) =>
      ctx.inProject((trx) => createTag(trx, { ...input, ...ctx.scope })),
    ),

  moves: withRole(...READERS)
    .input(movesInput)
    .output(movesOutput)
    .query(({ ctx, input }) =>
      ctx.inProject((trx) => listMoves(trx, { ...input, ...ctx.scope, ref: refOf(input) })),
    ),

  divergence: withRole(...READERS)
    .input(divergenceInput)
    .output(divergenceOutput)
    .query(({ ctx, input }) =>
      ctx.inProject((trx) => getDivergence(trx, { ...input, ...ctx.scope })),
    ),

  divergences: withRole(...READERS)
    .input(divergencesInput)
    .output(divergencesOutput)
    .query(({ ctx, input }) =>
      ctx.inProject((trx) => listDivergences(trx, { ...input, ...ctx.scope })),
    ),

  undo: withRole(...EDITORS)
    .input(undoInput)
    .output(undoOutput)
    .mutation(({ ctx, input }) =>
      ctx.inProject((trx) => undo(trx, { ...input, ...ctx.scope, ref: refOf(input) })),
    ),

  redo: withRole(...EDITORS)
    .input(undoInput)
    .output(undoOutput)
    .mutation(({ ctx, input }) =>
      ctx.inProject((trx) => redo(trx, { ...input, ...ctx.scope, ref: refOf(input) })),
    ),

  restore: withRole(...EDITORS)
    .input(restoreInput)
    .output(movedBranch)
    .mutation(({ ctx, input }) =>
      ctx.inProject((trx) => restore(trx, { ...input, ...ctx.scope, ref: refOf(input) })),
    ),

  reset: withRole('admin')
    .input(restoreInput)
    .output(movedBranch)
    .mutation(({ ctx, input }) =>
      ctx.inProject((trx) => reset(trx, { ...input, ...ctx.scope, ref: refOf(input) })),
    ),
});
