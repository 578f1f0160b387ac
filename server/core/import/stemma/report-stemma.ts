import type { Dag } from '../../dag/document';
import type { ImportReport } from '../report';
import { duplicatesOf, splitAside, summaryOf } from '../report';
import { findSecrets } from '../secrets';
import type { SourceEntry } from './entries';
import type { Joined } from './join-edges';

export interface StemmaReportArgs {
  readonly dag: Dag;
  readonly entries: readonly (readonly SourceEntry[])[];
  readonly joined: Joined;
  readonly existing: Dag | undefined;
}

export function reportStemma({ dag, entries, joined, existing }: StemmaReportArgs): ImportReport {
  const [nodes = []] = entries;
  const all = entries.flat();
  return {
    format: 'stemma',
    ...summaryOf(dag),
    duplicateNames: duplicatesOf(Object.values(dag.nodes).flatMap(({ name }) => name ?? [])),
    missingIds: nodes
      .filter(({ foreignId }) => foreignId === undefined)
      .map(({ id }) => dag.nodes[id]?.name ?? id),
    replacedIds: all.flatMap(({ foreignId: from, id: to }) =>
      from === undefined || from === to ? [] : [{ from, to }],
    ),
    ...splitAside(joined.report),
    matched: Object.keys(dag.nodes).filter((id) => existing?.nodes[id] !== undefined).length,
    secrets: nodes.flatMap(({ id: nodeId, value }) => {
      const nodeName = dag.nodes[nodeId]?.name ?? nodeId;
      return findSecrets(value, { nodeId, nodeName });
    }),
    notices: [],
  };
}
