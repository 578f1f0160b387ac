import type { Position, Size } from '@core/dag/document';
import { createContext } from 'react';

/** What boxes on the canvas may ask for themselves; null on a canvas that is only read. */
export interface CanvasActions {
  readonly editNote: (id: string, text: string) => void;
  readonly renameGroup: (id: string, name: string) => void;
  readonly collapseGroup: (id: string, collapsed: boolean) => void;
  readonly resize: (flowId: string, box: Position & Size) => void;
}

export const CanvasActionsContext = createContext<CanvasActions | null>(null);
