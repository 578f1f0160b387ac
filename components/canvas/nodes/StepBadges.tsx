import { TriangleAlert } from 'lucide-react';
import { cn } from '../../ui/cn';
import type { NodeMark, StepData } from '../flow-types';

const MARKS: Readonly<Record<NodeMark['tone'], string>> = {
  neutral: 'bg-surface text-fg-muted border-line-strong',
  running: 'bg-info-soft text-info-fg border-info/40',
  good: 'bg-ok-soft text-ok-fg border-ok/40',
  bad: 'bg-danger-soft text-danger-fg border-danger/40',
  added: 'bg-ok-soft text-ok-fg border-ok/40',
  changed: 'bg-warn-soft text-warn-fg border-warn/40',
  removed: 'bg-danger-soft text-danger-fg border-danger/40',
};

/** On the upper edge: what is wrong with the node, and what the page says about it. */
export function StepBadges({ data: { problems, mark } }: { data: StepData }) {
  if (problems.length === 0 && mark === undefined) return null;
  return (
    <div className="step-badges">
      {mark === undefined ? null : (
        <span className={cn('step-badge', MARKS[mark.tone])}>{mark.label}</span>
      )}
      {problems.length === 0 ? null : (
        <span
          className="step-badge border-warn/40 bg-warn-soft text-warn-fg"
          title={problems.join('\n')}
        >
          <TriangleAlert aria-hidden className="size-3" />
          {problems.length > 1 ? problems.length : null}
        </span>
      )}
    </div>
  );
}
