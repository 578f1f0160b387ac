import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useEffect } from 'react';

const MARGIN = 24;
/** The panel has taken its place by then. */
const SETTLE_MS = 60;

/** Moves the view when opening the panel would leave the node under its edge. */
export function useKeepInView(id: string): void {
  const { getInternalNode, getViewport, setViewport } = useReactFlow();
  const store = useStoreApi();
  useEffect(() => {
    const timer = setTimeout(() => {
      const node = getInternalNode(id);
      const area = store.getState().domNode?.getBoundingClientRect();
      if (!node || !area || node.dragging === true) return;
      const { x, y, zoom } = getViewport();
      const right = (node.internals.positionAbsolute.x + (node.measured.width ?? 0)) * zoom + x;
      const beyond = right + MARGIN - area.width;
      if (beyond > 0) void setViewport({ x: x - beyond, y, zoom }, { duration: 180 });
    }, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [id, getInternalNode, getViewport, setViewport, store]);
}
