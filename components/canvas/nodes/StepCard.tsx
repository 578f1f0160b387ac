import type { NodeProps } from '@xyflow/react';
import type { NodeCategory } from '@core/nodes/descriptor';
import { memo, type CSSProperties } from 'react';
import { cn } from '../../ui/cn';
import { categoryTone } from '../category-tone';
import type { StepNode } from '../flow-types';
import { HEADER_HEIGHT } from '../node-geometry';
import { NodeTile } from './NodeTile';
import { StepBadges } from './StepBadges';
import { StepPorts } from './StepPorts';

function StepCardView({ id, data, selected, dragging, isConnectable }: NodeProps<StepNode>) {
  const { entry, face, mark } = data;
  return (
    <>
      <div
        className={cn('step-card', entry.disabled && 'is-disabled', !face.known && 'is-unknown')}
        data-selected={selected || undefined}
        data-dragging={dragging || undefined}
        data-mark={mark?.tone}
        style={toneOf(face.category)}
      >
        <div className="flex items-center gap-2 px-2.5" style={{ height: HEADER_HEIGHT }}>
          <NodeTile size="sm" icon={face.icon} category={face.category} />
          <div className="step-text min-w-0 flex-1">
            <p className="line-clamp-2 text-xs leading-3.75 font-semibold break-words text-fg">
              {entry.name ?? id}
            </p>
            <p className="truncate text-2xs leading-3.5 text-fg-muted">
              {face.label}
              {entry.disabled ? ' · off' : ''}
            </p>
          </div>
        </div>
      </div>
      <StepPorts face={face} isConnectable={isConnectable} />
      <StepBadges data={data} />
    </>
  );
}

function toneOf(category: NodeCategory | undefined): CSSProperties {
  return { '--tone': categoryTone(category).colour } as CSSProperties;
}

/** A frame of a drag changes a node's place, which its wrapper handles; its content stays. */
export const StepCard = memo(
  StepCardView,
  (a, b) =>
    a.data === b.data &&
    a.selected === b.selected &&
    a.dragging === b.dragging &&
    a.isConnectable === b.isConnectable,
);
