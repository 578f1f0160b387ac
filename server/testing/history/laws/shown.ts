import type { Breach, Law } from '../law';

/** [V7] A document that is shown as a version's has the hash that was recorded for it. */
export const shown: Law = (history, final) =>
  history.flatMap((read) => {
    if (read.type !== 'read') return [];
    return read.seen.flatMap(({ version, documentHash }): Breach[] => {
      const recorded = final.versions.get(version)?.versionHash;
      if (documentHash === undefined || documentHash === recorded) return [];
      const words = `${read.client} was shown ${documentHash} for ${version}, which is ${recorded}`;
      return [{ branch: read.branch, words }];
    });
  });
