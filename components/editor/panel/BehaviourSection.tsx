'use client';

import type { DagNode } from '@core/dag/document';
import { Label } from '@/components/ui/Label';
import { Switch } from '@/components/ui/Switch';
import { useEditor } from '../editor-context';
import { NumberField } from './NumberField';
import { PanelSection } from './PanelSection';

const MAX_ATTEMPTS = 20;
const MAX_TIMEOUT_S = 86_400;

interface BehaviourSectionProps {
  id: string;
  node: DagNode;
  readOnly: boolean;
}

/** What every node has: on or off, tries, time limit. */
export function BehaviourSection({ id, node, readOnly }: BehaviourSectionProps) {
  const editor = useEditor();
  const switchId = `enabled_${id}`;
  return (
    <PanelSection title="Behaviour">
      <div className="flex items-center justify-between gap-3">
        <Label htmlFor={switchId}>Enabled</Label>
        <Switch
          id={switchId}
          disabled={readOnly}
          checked={node.disabled !== true}
          onCheckedChange={(on) => void editor.editNode(id, { disabled: !on })}
        />
      </div>
      <div className="grid grid-cols-2 gap-3">
        <NumberField
          label="Attempts"
          hint="Tries before it fails."
          value={node.retry?.maxAttempts}
          range={[1, MAX_ATTEMPTS]}
          placeholder="1"
          readOnly={readOnly}
          onChange={(maxAttempts) => {
            const { maxAttempts: _old, ...rest } = node.retry ?? {};
            const retry = maxAttempts === undefined ? rest : { ...rest, maxAttempts };
            editor.editNode(id, { retry: Object.keys(retry).length > 0 ? retry : undefined });
          }}
        />
        <NumberField
          label="Time limit (s)"
          hint="Empty: no limit."
          value={node.timeoutMs === undefined ? undefined : node.timeoutMs / 1000}
          range={[1, MAX_TIMEOUT_S]}
          placeholder="none"
          readOnly={readOnly}
          onChange={(seconds) => {
            const timeoutMs = seconds === undefined ? undefined : Math.round(seconds * 1000);
            editor.editNode(id, { timeoutMs });
          }}
        />
      </div>
    </PanelSection>
  );
}
