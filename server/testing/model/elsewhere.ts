import fc, { type Arbitrary } from 'fast-check';
import { expect } from 'vitest';
import { cherryPick, revert } from '../../store/apply-elsewhere';
import { type Act, pick, place } from './command';
import { join, outcomeOf } from './join';
import { headOf, push, type Version } from './state';
import { expectClashes } from './told-conflicts';

const verbs = {
  revert: { verb: revert, kind: 'revert', message: (message: string) => `Revert “${message}”` },
  pick: { verb: cherryPick, kind: 'edit', message: (message: string) => message },
};

/** Counted from the first or from the last. */
const which = fc.oneof(
  place.map((at) => ({ text: `version ${at}`, of: (all: readonly Version[]) => pick(all, at) })),
  fc.nat(2).map((at) => ({
    text: `the last version but ${at}`,
    of: (all: readonly Version[]) => pick(all.toReversed(), at),
  })),
);

/** [T4] Any version of the workflow, whatever became of it. */
export const elsewhere: Arbitrary<Act> = fc
  .tuple(fc.constantFrom('revert' as const, 'pick' as const), which)
  .map(([name, { text, of }]) => ({
    text: `${name} ${text}`,
    run: async (model, real, { branch, by }) => {
      const version = of(model.versions);
      const head = headOf(branch);
      const { verb, kind, message } = verbs[name];
      const answer = real.send(by, verb, { ref: { tagId: branch.id }, versionId: version.id });
      const { parent, equals, content } = version;
      if (parent === undefined || equals !== undefined) {
        await expect(answer).rejects.toMatchObject({ code: 'invalid_document' });
        return;
      }
      const [base, incoming] =
        name === 'revert' ? [content, parent.content] : [parent.content, content];
      const joined = join({ base, incoming, head: head.content });
      const told = await answer;
      expect(told.status).toBe(outcomeOf(joined, head.content) ?? 'committed');
      if (told.status === 'conflict') expectClashes(told.conflicts, joined);
      if (told.status !== 'committed') {
        expect(told).toMatchObject({ head: head.id, seq: branch.moves.length });
        return;
      }
      const words = message(version.message);
      expect(told.message).toBe(words);
      const to = { id: told.version.id, content: joined.content, message: words, parent: head };
      push(model, branch, { kind, by, to });
    },
  }));
