import type { Editor } from '../Editor';

export interface Shortcut {
  readonly does: string;
  /** As shown; `Mod` is Ctrl or Command. */
  readonly keys: readonly (readonly string[])[];
}

/** Everything the sheet lists; what is not in `handleKey` belongs to the canvas or the browser. */
export const SHORTCUTS: readonly { readonly title: string; readonly items: readonly Shortcut[] }[] =
  [
    {
      title: 'Edit',
      items: [
        { does: 'Undo', keys: [['Mod', 'Z']] },
        {
          does: 'Redo',
          keys: [
            ['Mod', 'Shift', 'Z'],
            ['Mod', 'Y'],
          ],
        },
        {
          does: 'Copy, cut, paste',
          keys: [
            ['Mod', 'C'],
            ['Mod', 'X'],
            ['Mod', 'V'],
          ],
        },
        { does: 'Duplicate', keys: [['Mod', 'D']] },
        { does: 'Delete', keys: [['Del'], ['⌫']] },
        { does: 'Turn on or off', keys: [['E']] },
      ],
    },
    {
      title: 'Select and move',
      items: [
        { does: 'Select all', keys: [['Mod', 'A']] },
        { does: 'Select several', keys: [['Shift', 'click']] },
        { does: 'Select an area', keys: [['Shift', 'drag']] },
        { does: 'Move, or further', keys: [['←↑↓→'], ['Shift', '←↑↓→']] },
        { does: 'Next node', keys: [['Tab']] },
        { does: 'Clear the selection', keys: [['Esc']] },
      ],
    },
    {
      title: 'View',
      items: [
        { does: 'Fit everything', keys: [['1']] },
        { does: 'Zoom in, out', keys: [['+'], ['−']] },
        { does: 'Search node types', keys: [['/']] },
        { does: 'Jump to a page or workflow', keys: [['Mod', 'K']] },
        { does: 'This list', keys: [['?']] },
      ],
    },
  ];

export interface View {
  /** Looking around is all one may do. */
  readonly readOnly: boolean;
  readonly fit: () => void;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly searchTypes: () => void;
  readonly showShortcuts: () => void;
}

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

const NUDGE = 8;
const FAR_NUDGE = 32;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Does what the key stands for; false when it stands for nothing here. */
export function handleKey(editor: Editor, view: View, event: Key): boolean {
  if (event.altKey) return false;
  const chorded = event.ctrlKey || event.metaKey;
  if (view.readOnly) return chorded ? false : look(editor, view, event.key);
  return chorded ? chord(editor, event) : plainKey(editor, view, event);
}

function chord(editor: Editor, { key, shiftKey }: Key): boolean {
  switch (key.toLowerCase()) {
    case 'z':
      if (shiftKey) editor.redo();
      else editor.undo();
      return true;
    case 'y':
      editor.redo();
      return true;
    case 'a':
      editor.flow.selectAll();
      return true;
    case 'd':
      editor.duplicate();
      return true;
    default:
      return false;
  }
}

function plainKey(editor: Editor, view: View, { key, shiftKey }: Key): boolean {
  const arrow = ARROWS[key];
  if (arrow) {
    if (editor.flow.snapshot().selectedNodes.length === 0) return false;
    const step = shiftKey ? FAR_NUDGE : NUDGE;
    editor.nudge({ x: arrow[0] * step, y: arrow[1] * step });
    return true;
  }
  const change = CHANGES[key];
  change?.(editor);
  return change !== undefined || look(editor, view, key);
}

function look(editor: Editor, view: View, key: string): boolean {
  const action = LOOKS[key];
  action?.(editor, view);
  return action !== undefined;
}

const CHANGES: Readonly<Record<string, (editor: Editor) => void>> = {
  Delete: (editor) => editor.removeSelection(),
  Backspace: (editor) => editor.removeSelection(),
  e: (editor) => editor.toggleSelection(),
};

const LOOKS: Readonly<Record<string, (editor: Editor, view: View) => void>> = {
  Escape: (editor) => editor.flow.select([]),
  '1': (_editor, view) => view.fit(),
  '+': (_editor, view) => view.zoomIn(),
  '=': (_editor, view) => view.zoomIn(),
  '-': (_editor, view) => view.zoomOut(),
  '/': (_editor, view) => view.searchTypes(),
  '?': (_editor, view) => view.showShortcuts(),
};
