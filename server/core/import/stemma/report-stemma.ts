import type { Dag } from '../../dag/document';
import { findDescriptor } from '../../nodes/registry';
import type { ImportFormat, ImportReport } from '../report';
import { loopsOf, tally } from '../report';
import { findSecrets } from '../secrets';
import type { SourceEntry } from './entries';
import type { Joined } from './join-edges';

export interface StemmaReportArgs {
  readonly dag: Dag;
  readonly format: ImportFormat;
  readonly entries: readonly (readonly SourceEntry[])[];
  readonly joined: Joined;
  readonly existing: Dag | undefined;
}

export function reportStemma({
  dag,
  format,
  entries,
  joined,
  existing,
}: StemmaReportArgs): ImportReport {
  const [nodes = []] = entries;
  const all = entries.flat();
  const types = Object.values(dag.nodes).map(({ type }) => type);
  const names = tally(Object.values(dag.nodes).flatMap(({ name }) => name ?? []));
  return {
    format,
    counts: {
      nodes: types.length,
      edges: Object.keys(dag.edges).length,
      notes: Object.keys(dag.notes).length,
      groups: Object.keys(dag.groups).length,
    },
    knownTypes: tally(types.filter((type) => findDescriptor(type) !== undefined)),
    unknownTypes: tally(types.filter((type) => findDescriptor(type) === undefined)),
    duplicateNames: Object.entries(names)
      .filter(([, count]) => count > 1)
      .map(([name, count]) => ({ name, count })),
    missingIds: nodes
      .filter(({ foreignId }) => foreignId === undefined)
      .map(({ id }) => dag.nodes[id]?.name ?? id),
    replacedIds: all.flatMap(({ foreignId: from, id: to }) =>
      from === undefined || from === to ? [] : [{ from, to }],
    ),
    dangling: joined.report.filter(({ kind }) => kind === 'dangling'),
    keptAside: joined.report.filter(({ kind }) => kind !== 'dangling'),
    loops: loopsOf(dag),
    matched: Object.keys(dag.nodes).filter((id) => existing?.nodes[id] !== undefined).length,
    secrets: nodes.flatMap(({ id: nodeId, value }) => {
      const nodeName = dag.nodes[nodeId]?.name ?? nodeId;
      return findSecrets(value, { nodeId, nodeName });
    }),
    notices: [],
  };
}
