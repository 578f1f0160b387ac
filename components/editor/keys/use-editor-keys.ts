import { FIT } from '@/components/canvas/fit-options';
import { glide } from '@/components/canvas/glide';
import { parseClipboard } from '@/components/canvas/ops/clipboard';
import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import type { Editor } from '../Editor';
import { isTyping } from './is-typing';
import { handleKey, type View } from './shortcuts';

type Panels = Pick<View, 'readOnly' | 'searchTypes' | 'showShortcuts'>;

/** Keys and clipboard of the whole editor, never while somebody types. */
export function useEditorKeys(
  editor: Editor,
  { readOnly, searchTypes, showShortcuts }: Panels,
): void {
  const { fitView, zoomIn, zoomOut } = useReactFlow();
  useEffect(() => {
    const view: View = {
      readOnly,
      fit: () => void fitView({ ...FIT, duration: glide(200) }),
      zoomIn: () => void zoomIn({ duration: glide(120) }),
      zoomOut: () => void zoomOut({ duration: glide(120) }),
      searchTypes,
      showShortcuts,
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target) || onButton(event)) return;
      if (handleKey(editor, view, event)) event.preventDefault();
    };
    const onCopy = (event: ClipboardEvent) => {
      if (isTyping(event.target) || hasTextSelected()) return;
      const clip = editor.copy();
      if (!clip) return;
      event.clipboardData?.setData('text/plain', JSON.stringify(clip, null, 2));
      event.preventDefault();
      if (event.type === 'cut' && !readOnly) editor.removeSelection();
    };
    const onPaste = (event: ClipboardEvent) => {
      if (readOnly || isTyping(event.target)) return;
      const clip = parseClipboard(event.clipboardData?.getData('text/plain') ?? '');
      if (!clip) return;
      event.preventDefault();
      editor.paste(clip);
    };
    window.addEventListener('keydown', onKey);
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCopy);
    document.addEventListener('paste', onPaste);
    return () => {
      window.removeEventListener('keydown', onKey);
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCopy);
      document.removeEventListener('paste', onPaste);
    };
  }, [editor, fitView, zoomIn, zoomOut, readOnly, searchTypes, showShortcuts]);
}

/** Arrow keys on a tab or a slider are its own; on a plain button they may move the selection. */
function onButton({ target, key }: KeyboardEvent): boolean {
  return (
    key.startsWith('Arrow') &&
    target instanceof Element &&
    target.closest('[role="separator"], [role="tab"], [role="radio"], aside') !== null
  );
}

function hasTextSelected(): boolean {
  return (window.getSelection()?.toString() ?? '') !== '';
}
