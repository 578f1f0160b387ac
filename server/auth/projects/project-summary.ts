import type { Role } from '../role';

export interface ProjectSummary {
  id: string;
  name: string;
  role: Role;
  workflows: number;
  demo: boolean;
  createdAt: string;
}

export interface ProjectSettings {
  /** [C2] Heads deeper than this are candidates for compaction. */
  compactionThreshold: number;
}

export interface ProjectDetail extends ProjectSummary {
  settings: ProjectSettings;
}
