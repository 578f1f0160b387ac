import type { FinalBranch } from '../final-state';
import type { Breach, Law } from '../law';
import type { Read } from '../operation';

/**
 * [T1] Of any two reads of a branch one is a prefix of the other. Every read shows its moves seq by
 * seq, and shows for each seq what the whole branch has there; so it is enough to hold each against
 * the longest read there is, which is the final one.
 */
export const prefix: Law = (history, final) => {
  const branches = new Map(final.branches.map((branch) => [branch.id, branch]));
  return history.flatMap((read) =>
    read.type === 'read' ? breaches(read, branches.get(read.branch)) : [],
  );
};

function breaches({ branch, client, seen }: Read, whole: FinalBranch | undefined): Breach[] {
  const versions = new Map(whole?.moves.map(({ seq, to }) => [seq, to]));
  return seen.flatMap(({ seq, version }, at): Breach[] => {
    const before = seen[at - 1];
    if (before !== undefined && seq !== before.seq + 1) {
      return [{ branch, words: `${client} was shown move ${seq} right after ${before.seq}` }];
    }
    if (versions.get(seq) === version) return [];
    return [{ branch, words: `${client} was shown ${version} as move ${seq}, which is not there` }];
  });
}
