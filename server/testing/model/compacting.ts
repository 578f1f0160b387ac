import fc, { type Arbitrary } from 'fast-check';
import { expect } from 'vitest';
import { compact } from '../../store/compact';
import { type Act, pick, place } from './command';
import { compactionOf, headOf } from './state';

/** [C1] Of a head or of an older version; with the branch pointed at it, or without. */
export const compacting: Arbitrary<Act> = fc
  .tuple(fc.option(place, { nil: undefined, freq: 2 }), fc.boolean())
  .map(([at, move]) => ({
    text: `compact ${at === undefined ? 'the head' : `version ${at}`}${move ? ' and move there' : ''}`,
    run: async (model, real, { branch, by }) => {
      const head = headOf(branch);
      const version = at === undefined ? head : pick(model.versions, at);
      const answer = real.send(by, compact, {
        headId: version.id,
        moveTagId: move ? branch.id : undefined,
      });
      if (version.parent === undefined || version.equals !== undefined) {
        await expect(answer).rejects.toMatchObject({ code: 'invalid_document' });
        return;
      }
      const known = compactionOf(model, version);
      if (move && head !== version && head !== known) {
        await expect(answer).rejects.toMatchObject({ code: 'conflict' });
        return;
      }
      const told = await answer;
      expect(told).toMatchObject({
        created: known === undefined,
        tagMoved: move && head === version,
      });
      const full = known ?? {
        id: told.versionId,
        content: version.content,
        message: 'Compaction',
        parent: version,
        equals: version,
      };
      expect(told.versionId).toBe(full.id);
      if (known === undefined) model.versions.push(full);
      if (told.tagMoved) branch.moves.push({ kind: 'compaction', to: full, by });
    },
  }));
