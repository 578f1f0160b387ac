import { may } from '@/components/shell/may';
import type { Role, TagSummary } from '@/server/api/shared/schemas';
import type { Subject } from './subject';

export type Verb = 'restore' | 'revert' | 'cherryPick' | 'reset' | 'branch';

interface Circumstances {
  readonly role: Role;
  readonly tag: Pick<TagSummary, 'name' | 'protected' | 'target'>;
}

/** [A3] Why something cannot be done with a version, in words; the server decides in the end. */
export function refusalOf(
  verb: Verb,
  { versionId, noEdit }: Subject,
  { role, tag }: Circumstances,
): string | undefined {
  if (!may.edit(role)) return 'Your role in this project is to read.';
  if (verb === 'reset' && !may.administer(role)) return 'Only admins can.';
  if (verb === 'branch') return undefined;
  if (verb !== 'cherryPick' && tag.protected) return `${tag.name} is protected.`;
  if (verb === 'revert' || verb === 'cherryPick') return noEdit;
  return versionId === tag.target ? `${tag.name} is there now.` : undefined;
}
