import { BaseEdge, getBezierPath, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import type { CanvasEdge } from '../flow-types';
import { feedbackPath } from './feedback-path';

const HIT_WIDTH = 22;

function LinkEdgeView(props: EdgeProps<CanvasEdge>) {
  const { data, markerEnd } = props;
  const feedback = data?.entry.feedback === true;
  const path = feedback ? feedbackPath(props) : getBezierPath(props)[0];
  return (
    <BaseEdge
      path={path}
      interactionWidth={HIT_WIDTH}
      {...(feedback ? { className: 'is-feedback' } : {})}
      {...(markerEnd === undefined ? {} : { markerEnd })}
    />
  );
}

export const LinkEdge = memo(LinkEdgeView);
