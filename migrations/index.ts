import type { Migration } from 'kysely';
import * as people from './0001_people';
import * as tenancy from './0002_tenancy';
import * as versionStore from './0003_version_store';
import * as runs from './0004_runs';
import * as resets from './0005_resets';
import * as replayStat from './0006_replay_stat';
import * as lineage from './0007_lineage';
import * as scrub from './0008_scrub';

/** In order; a merged migration is never edited. */
export const migrations: Record<string, Migration> = {
  '0001_people': people,
  '0002_tenancy': tenancy,
  '0003_version_store': versionStore,
  '0004_runs': runs,
  '0005_resets': resets,
  '0006_replay_stat': replayStat,
  '0007_lineage': lineage,
  '0008_scrub': scrub,
};
