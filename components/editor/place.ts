/** Where in a project one is: a workflow, and a branch of it. */
export interface Place {
  readonly projectId: string;
  readonly workflowId: string;
  readonly workflowName: string;
  readonly branch: string;
}

type Spot = Pick<Place, 'projectId' | 'workflowId'>;

export function workflowHref({ projectId, workflowId }: Spot): string {
  return `/p/${projectId}/w/${workflowId}`;
}

export function editorHref(spot: Spot, branch: string): string {
  return `${workflowHref(spot)}${branchQuery(branch)}`;
}

export function historyHref(spot: Spot, branch: string, version?: string): string {
  const shown = version === undefined ? '' : `${branch === 'main' ? '?' : '&'}version=${version}`;
  return `${workflowHref(spot)}/history${branchQuery(branch)}${shown}`;
}

/** A version by itself; the branch is the one that is gone back to. */
export function versionHref(spot: Spot, versionId: string, branch = 'main'): string {
  return `${workflowHref(spot)}/v/${versionId}${branchQuery(branch)}`;
}

/** `main` needs no naming. */
function branchQuery(branch: string): string {
  return branch === 'main' ? '' : `?branch=${encodeURIComponent(branch)}`;
}
