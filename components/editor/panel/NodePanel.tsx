'use client';

import type { DagNode } from '@core/dag/document';
import { findDescriptor } from '@core/nodes/registry';
import { X } from 'lucide-react';
import { NodeTile } from '@/components/canvas/nodes/NodeTile';
import { Callout } from '@/components/ui/Callout';
import { CopyButton } from '@/components/ui/CopyButton';
import { IconButton } from '@/components/ui/IconButton';
import { BehaviourSection } from './BehaviourSection';
import { ConfigSection } from './ConfigSection';
import { NameField } from './NameField';
import { TypeDocs } from './TypeDocs';

interface NodePanelProps {
  id: string;
  node: DagNode;
  readOnly: boolean;
  onClose: () => void;
}

/** Everything about the selected node. */
export function NodePanel({ id, node, readOnly, onClose }: NodePanelProps) {
  const descriptor = findDescriptor(node.type);
  return (
    <>
      <header className="flex h-14 shrink-0 items-center gap-2.5 border-b border-line px-4">
        <NodeTile size="sm" icon={descriptor?.icon ?? ''} category={descriptor?.category} />
        <div className="min-w-0 flex-1">
          <h2 className="truncate text-sm font-semibold">{node.name ?? id}</h2>
          <p className="truncate text-2xs text-fg-muted">{descriptor?.title ?? node.type}</p>
        </div>
        <IconButton label="Close panel" size="sm" onClick={onClose}>
          <X aria-hidden />
        </IconButton>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="flex flex-col gap-4 px-4 py-4">
          {descriptor ? null : (
            <Callout tone="warn" title="Unknown type">
              Stemma keeps “{node.type}” value for value, but cannot run it.
            </Callout>
          )}
          <NameField id={id} name={node.name ?? ''} readOnly={readOnly} />
        </div>
        <ConfigSection id={id} node={node} readOnly={readOnly} />
        <BehaviourSection id={id} node={node} readOnly={readOnly} />
        {descriptor ? <TypeDocs descriptor={descriptor} /> : null}
        <p className="flex items-center gap-1 border-t border-line px-4 py-3 font-mono text-2xs text-fg-subtle">
          <span className="truncate">{id}</span>
          <CopyButton text={id} what="node id" />
        </p>
      </div>
    </>
  );
}
