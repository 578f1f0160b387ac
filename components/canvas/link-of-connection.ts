import { DEFAULT_SOURCE_PORT, DEFAULT_TARGET_PORT } from '@core/dag/document';
import type { Link } from './flow-types';

interface Ends {
  readonly source: string;
  readonly target: string;
  readonly sourceHandle?: string | null | undefined;
  readonly targetHandle?: string | null | undefined;
}

export function linkOfConnection({ source, target, sourceHandle, targetHandle }: Ends): Link {
  return {
    source,
    sourcePort: sourceHandle ?? DEFAULT_SOURCE_PORT,
    target,
    targetPort: targetHandle ?? DEFAULT_TARGET_PORT,
  };
}

interface End {
  readonly nodeId: string;
  readonly id?: string | null | undefined;
  readonly type: 'source' | 'target';
}

/** The link between two handles, whichever of them the drag began at; undefined for two of a kind. */
export function linkOfHandles(from: End, to: End): Link | undefined {
  if (from.type === to.type) return undefined;
  const [source, target] = from.type === 'source' ? [from, to] : [to, from];
  return linkOfConnection({
    source: source.nodeId,
    sourceHandle: source.id,
    target: target.nodeId,
    targetHandle: target.id,
  });
}
