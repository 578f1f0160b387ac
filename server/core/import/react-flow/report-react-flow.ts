import type { Dag } from '../../dag/document';
import type { ImportReport, KeptAside } from '../report';
import { duplicatesOf, splitAside, summaryOf, withoutPrefix } from '../report';
import { findSecrets } from '../secrets';
import { type ForeignFlow, KEPT_PREFIX } from './foreign';
import type { ImportedBoxes } from './import-boxes';

export interface ReportArgs {
  readonly dag: Dag;
  readonly flow: ForeignFlow;
  readonly boxes: ImportedBoxes;
  readonly keptAside: readonly KeptAside[];
}

export function reportReactFlow({ dag, flow, boxes, keptAside }: ReportArgs): ImportReport {
  const { unknownTypes, ...summary } = summaryOf(dag);
  const nodes = flow.nodes.map((foreign, i) => ({ foreign, id: boxes.ids[i] ?? '' }));
  const nameOf = (id: string): string => dag.nodes[id]?.name ?? dag.groups[id]?.name ?? id;
  return {
    format: 'react-flow',
    ...summary,
    unknownTypes: withoutPrefix(unknownTypes, KEPT_PREFIX),
    duplicateNames: duplicatesOf(Object.values(dag.nodes).flatMap(({ name }) => name ?? [])),
    missingIds: nodes.filter(({ foreign }) => foreign.id === undefined).map(({ id }) => nameOf(id)),
    replacedIds: [],
    ...splitAside(keptAside),
    matched: boxes.matched,
    secrets: [
      ...nodes.flatMap(({ foreign, id }) =>
        findSecrets(foreign, { nodeId: id, nodeName: nameOf(id) }),
      ),
      ...findSecrets(flow.rest),
    ],
    notices: [],
  };
}
