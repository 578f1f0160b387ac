/** What reading one version from its stored bytes has cost since the log was last taken. */
export interface Replays {
  readonly versionId: string;
  readonly replays: number;
  readonly totalMs: number;
  readonly lastMs: number;
  readonly lastAt: Date;
}

/** Versions noted between two takings; more are not counted. */
const MAX_VERSIONS = 10_000;

const slot = Symbol.for('stemma.replays');
// Pages, route handlers and instrumentation are separate module graphs of one process.
const shared = globalThis as { [slot]?: Map<string, Map<string, Replays>> };

/** [C2] Counts one reading. Costs the reader nothing but this: no query, no waiting. */
export function noteReplay(
  key: { projectId: string; versionId: string },
  replay: { at: Date; ms: number },
): void {
  const log = (shared[slot] ??= new Map());
  const ofProject = log.get(key.projectId) ?? new Map<string, Replays>();
  const before = ofProject.get(key.versionId);
  if (before === undefined && ofProject.size >= MAX_VERSIONS) return;
  ofProject.set(key.versionId, {
    versionId: key.versionId,
    replays: (before?.replays ?? 0) + 1,
    totalMs: (before?.totalMs ?? 0) + replay.ms,
    lastMs: replay.ms,
    lastAt: replay.at,
  });
  log.set(key.projectId, ofProject);
}

/** Everything noted so far, by project; the log begins anew. */
export function takeReplays(): Map<string, Replays[]> {
  const taken = shared[slot] ?? new Map<string, Map<string, Replays>>();
  shared[slot] = new Map();
  return new Map([...taken].map(([projectId, log]) => [projectId, [...log.values()]]));
}
