'use client';

import { ReactFlowProvider } from '@xyflow/react';
import { useCallback, useRef, useState } from 'react';
import { may } from '@/components/shell/may';
import type { Viewer } from '@/components/shell/viewer';
import { useTRPCClient } from '@/components/trpc/context';
import type { Role, TagSummary } from '@/server/api/shared/schemas';
import { EditorBar } from './bar/EditorBar';
import { EditorCanvas } from './canvas/EditorCanvas';
import { SelectionBar } from './canvas/SelectionBar';
import { EditorContext, useEditor } from './editor-context';
import { ShortcutSheet } from './keys/ShortcutSheet';
import { useEditorKeys } from './keys/use-editor-keys';
import { openEditor } from './open-editor';
import { PalettePanel } from './palette/PalettePanel';
import { SelectedNodePanel } from './panel/SelectedNodePanel';
import type { Place } from './place';
import type { Standing } from './session/transport';
import { unsavedEditor } from './unsaved-editors';
import { useSessionLife } from './use-session-life';
import { WorkflowFrame } from './WorkflowFrame';

interface EditorScreenProps {
  viewer: Viewer;
  project: { id: string; name: string; role: Role };
  workflow: { id: string; name: string };
  tag: TagSummary;
  start: Standing;
}

/** The editor on one branch. Mount with the branch as key: each branch is a session of its own. */
export function EditorScreen({ viewer, project, workflow, tag, start }: EditorScreenProps) {
  const client = useTRPCClient();
  const key = `${viewer.id} ${tag.id}`;
  const [editor] = useState(
    () =>
      unsavedEditor(key) ??
      openEditor(client, { projectId: project.id, tagId: tag.id, userId: viewer.id, start }),
  );
  const place: Place = {
    projectId: project.id,
    workflowId: workflow.id,
    workflowName: workflow.name,
    branch: tag.name,
  };
  useSessionLife(editor, key, place);
  const canEdit = may.edit(project.role);
  return (
    <EditorContext value={editor}>
      <ReactFlowProvider>
        <WorkflowFrame viewer={viewer} project={project} workflow={workflow}>
          <Workbench
            place={place}
            tagId={tag.id}
            userId={viewer.id}
            canEdit={canEdit}
            readOnly={!canEdit || tag.protected}
          />
        </WorkflowFrame>
      </ReactFlowProvider>
    </EditorContext>
  );
}

interface WorkbenchProps {
  place: Place;
  tagId: string;
  userId: string;
  canEdit: boolean;
  readOnly: boolean;
}

function Workbench({ place, tagId, userId, canEdit, readOnly }: WorkbenchProps) {
  const editor = useEditor();
  const area = useRef<HTMLElement>(null);
  const [sheet, setSheet] = useState(false);
  const searchTypes = useCallback(() => {
    document.querySelector<HTMLInputElement>('[aria-label="Search node types"]')?.focus();
  }, []);
  const showShortcuts = useCallback(() => setSheet(true), []);
  useEditorKeys(editor, { readOnly, searchTypes, showShortcuts });
  return (
    <>
      <EditorBar
        place={place}
        tagId={tagId}
        userId={userId}
        canEdit={canEdit}
        readOnly={readOnly}
        onShortcuts={showShortcuts}
      />
      <div className="relative flex min-h-0 flex-1">
        {readOnly ? null : <PalettePanel canvas={area} />}
        <main id="main" tabIndex={-1} ref={area} className="relative min-w-0 flex-1 outline-none">
          <EditorCanvas readOnly={readOnly}>{readOnly ? null : <SelectionBar />}</EditorCanvas>
        </main>
        <SelectedNodePanel readOnly={readOnly} />
      </div>
      <ShortcutSheet open={sheet} onOpenChange={setSheet} />
    </>
  );
}
