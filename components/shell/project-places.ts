import { Gauge, Play, Workflow } from 'lucide-react';
import type { Role } from '@/server/api/shared/schemas';
import { may } from './may';

/** The pages of a project that somebody in this role may open. */
export function projectPlaces(projectId: string, role: Role) {
  const home = `/p/${projectId}`;
  return [
    { href: home, label: 'Workflows', icon: Workflow },
    { href: `${home}/runs`, label: 'Runs', icon: Play },
    ...(may.administer(role) ? [{ href: `${home}/admin`, label: 'Admin', icon: Gauge }] : []),
  ];
}
