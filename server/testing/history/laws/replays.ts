import type { Dag } from '@core/dag/document';
import { digestDag } from '@core/dag/digest';
import { DomainError } from '@core/errors';
import { applyPatch } from '@core/patch/apply-patch';
import type { FinalState, FinalVersion } from '../final-state';
import type { Breach, Law } from '../law';

/** [V7] Every version a branch has had is the patch of its own on its parent, by its recorded hash. */
export const replays: Law = (_, final) => {
  const documents = replayAll(final);
  return final.branches.flatMap(({ id: branch, moves }) =>
    [...new Set(moves.map(({ to }) => to))].flatMap((to): Breach[] => {
      const document = documents.get(to);
      const version = final.versions.get(to);
      if (document === undefined) return [{ branch, words: `${to} does not replay` }];
      const { versionHash } = digestDag(document);
      if (versionHash === version?.versionHash) return [];
      return [{ branch, words: `${to} replays to ${versionHash}, not to ${version?.versionHash}` }];
    }),
  );
};

/** The document of every version, along its lineage; versions that do not replay are left out. */
function replayAll({ versions }: FinalState): Map<string, Dag> {
  const documents = new Map<string, Dag>();
  for (const version of versions.values()) {
    const lineage: FinalVersion[] = [];
    let at: FinalVersion | undefined = version;
    while (at !== undefined && !documents.has(at.id)) {
      lineage.push(at);
      at = 'document' in at.content ? undefined : versions.get(at.parentId ?? '');
    }
    for (const one of lineage.reverse()) {
      const document = replay(one, documents.get(one.parentId ?? ''));
      if (document === undefined) break;
      documents.set(one.id, document);
    }
  }
  return documents;
}

function replay({ content }: FinalVersion, parent: Dag | undefined): Dag | undefined {
  if ('document' in content) return content.document;
  try {
    return parent && applyPatch(parent, content.ops);
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}
