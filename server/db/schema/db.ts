import type { ApiTokenTable } from './api-token';
import type { ArtifactTable } from './artifact';
import type { AuditTable } from './audit';
import type { AuthUserTable } from './auth-user';
import type { CasBlobTable } from './cas-blob';
import type { DamageTable } from './damage';
import type { MembershipTable } from './membership';
import type { PatchChainMemberTable } from './patch-chain-member';
import type { ProjectTable } from './project';
import type { ReplayStatTable } from './replay-stat';
import type { RunSnapshotIndexTable } from './run-snapshot-index';
import type { RunTable } from './run';
import type { ScrubTable } from './scrub';
import type { TagMoveTable } from './tag-move';
import type { TagTable } from './tag';
import type { WorkflowTable } from './workflow';

/** Every table the application reads or writes; a test compares it with the migrated database. */
export interface DB {
  project: ProjectTable;
  membership: MembershipTable;
  api_token: ApiTokenTable;
  audit: AuditTable;
  workflow: WorkflowTable;
  cas_blob: CasBlobTable;
  artifact: ArtifactTable;
  patch_chain_member: PatchChainMemberTable;
  tag: TagTable;
  tag_move: TagMoveTable;
  run: RunTable;
  run_snapshot_index: RunSnapshotIndexTable;
  replay_stat: ReplayStatTable;
  scrub: ScrubTable;
  damage: DamageTable;
  'auth.user': AuthUserTable;
}
