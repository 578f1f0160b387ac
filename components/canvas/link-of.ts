import type { DagEdge } from '@core/dag/document';
import { sourcePortOf, targetPortOf } from '@core/nodes/ports';
import type { Link } from './flow-types';

export function linkOf(edge: DagEdge): Link {
  return {
    source: edge.source,
    sourcePort: sourcePortOf(edge),
    target: edge.target,
    targetPort: targetPortOf(edge),
  };
}
