'use client';

import type { DagNode } from '@core/dag/document';
import type { JsonObject } from '@core/json/json';
import { findDescriptor } from '@core/nodes/registry';
import { Suspense } from 'react';
import { Skeleton } from '@/components/ui/Skeleton';
import { useEditor } from '../editor-context';
import { LazyConfigForm } from './form/lazy-config-form';
import { JsonField } from './JsonField';
import { PanelSection } from './PanelSection';
import { useDraft } from './use-draft';

const NO_CONFIG: JsonObject = {};

interface ConfigSectionProps {
  id: string;
  node: DagNode;
  readOnly: boolean;
}

/** The configuration: a form for a type we know, JSON for any other. */
export function ConfigSection({ id, node, readOnly }: ConfigSectionProps) {
  const editor = useEditor();
  const { shown, draft } = useDraft(node.config ?? NO_CONFIG, (config) => {
    editor.editNode(id, { config });
  });
  const descriptor = findDescriptor(node.type);
  if (!descriptor) {
    return (
      <PanelSection title="Configuration">
        <JsonField value={shown} readOnly={readOnly} onChange={draft.choose} />
      </PanelSection>
    );
  }
  if (Object.keys(descriptor.config.shape).length === 0) return null;
  return (
    <PanelSection title="Configuration">
      <Suspense fallback={<Skeleton className="h-40" />}>
        <LazyConfigForm
          id={`config_${id}`}
          descriptor={descriptor}
          value={shown}
          disabled={readOnly}
          onChange={draft.type}
          onLeave={draft.flush}
        />
      </Suspense>
    </PanelSection>
  );
}
