import { getBezierPath, useStore, type ConnectionLineComponentProps } from '@xyflow/react';
import { use } from 'react';
import type { CanvasNode } from '../flow-types';
import { linkOfHandles } from '../link-of-connection';
import { AskRefusalContext } from './link-question';

const WIDTH = 260;

/** The line while it is drawn; over a port that will not take it, the reason beside the pointer. */
export function DraggedLink(props: ConnectionLineComponentProps<CanvasNode>) {
  const { fromX, fromY, toX, toY, fromPosition, toPosition, fromHandle, toHandle } = props;
  const ask = use(AskRefusalContext);
  const zoom = useStore((state) => state.transform[2]);
  const [path] = getBezierPath({
    sourceX: fromX,
    sourceY: fromY,
    sourcePosition: fromPosition,
    targetX: toX,
    targetY: toY,
    targetPosition: toPosition,
  });
  const link = toHandle ? linkOfHandles(fromHandle, toHandle) : undefined;
  const reason = link ? ask(link) : undefined;
  return (
    <g>
      <path d={path} className="dragged-link" data-refused={reason !== undefined || undefined} />
      {reason === undefined ? null : (
        <foreignObject
          transform={`translate(${toX + 14 / zoom} ${toY + 10 / zoom}) scale(${1 / zoom})`}
          width={WIDTH}
          height={1}
          className="overflow-visible"
        >
          <p className="refusal" role="status">
            {reason}
          </p>
        </foreignObject>
      )}
    </g>
  );
}
