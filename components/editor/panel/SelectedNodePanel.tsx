'use client';

import { useEffect } from 'react';
import { entryRef } from '@/components/canvas/flow-id';
import { SidePanel } from '@/components/ui/SidePanel';
import { useEditor, useFlow, useSession } from '../editor-context';
import { loadConfigForm } from './form/lazy-config-form';
import { NodePanel } from './NodePanel';
import { PANEL_LABEL, useKeepInView } from './use-keep-in-view';

/** The side panel, while exactly one node is selected; over the canvas where there is no room. */
export function SelectedNodePanel({ readOnly }: { readOnly: boolean }) {
  const editor = useEditor();
  const selected = useFlow((flow) =>
    flow.selectedNodes.length === 1 ? flow.selectedNodes[0] : undefined,
  );
  const ref = selected === undefined ? undefined : entryRef(selected);
  const id = ref?.collection === 'nodes' ? ref.id : undefined;
  const node = useSession((state) => (id === undefined ? undefined : state.document.nodes[id]));
  useEffect(() => void loadConfigForm(), []);
  useKeepInView(node ? id : undefined);
  if (id === undefined || !node) return null;
  return (
    <SidePanel
      label={PANEL_LABEL}
      side="right"
      storageKey="stemma.panel.node"
      defaultWidth={336}
      minWidth={288}
      maxWidth={640}
      className="max-md:absolute max-md:inset-x-0 max-md:bottom-0 max-md:z-20 max-md:h-3/5 max-md:w-full! max-md:rounded-t-xl max-md:border-t max-md:border-l-0 max-md:shadow-overlay"
    >
      <NodePanel
        key={id}
        id={id}
        node={node}
        readOnly={readOnly}
        onClose={() => editor.flow.select([])}
      />
    </SidePanel>
  );
}
