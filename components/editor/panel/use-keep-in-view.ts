import { glide } from '@/components/canvas/glide';
import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';

const MARGIN = 24;
/** The panel has taken its place by then. */
const SETTLE_MS = 60;
const MOVE_MS = 180;

/**
 * Moves the view when opening the panel leaves the node under its edge, or under the minimap that
 * comes along with it, and back when it closes, unless somebody has moved the view since.
 */
export function useKeepInView(id: string | undefined): void {
  const { getInternalNode, getViewport, setViewport } = useReactFlow();
  const store = useStoreApi();
  const moved = useRef<{ to: number; by: number; at: number } | undefined>(undefined);
  useEffect(() => {
    const { x, y, zoom } = getViewport();
    const last = moved.current;
    const moving = last !== undefined && performance.now() - last.at < 2 * MOVE_MS;
    const before = last !== undefined && (moving || last.to === x) ? last.by : 0;
    if (id === undefined) {
      moved.current = undefined;
      if (last && before > 0)
        void setViewport({ x: last.to + before, y, zoom }, { duration: glide(MOVE_MS) });
      return undefined;
    }
    const timer = setTimeout(() => {
      const node = getInternalNode(id);
      if (!node || node.dragging === true) return;
      const at = node.internals.positionAbsolute;
      const right = (at.x + (node.measured.width ?? 0)) * zoom + x;
      const bottom = (at.y + (node.measured.height ?? 0)) * zoom + y;
      const beyond = right + MARGIN - freeWidth(store.getState().domNode, bottom);
      if (beyond <= 0) return;
      moved.current = { to: x - beyond, by: before + beyond, at: performance.now() };
      void setViewport({ x: x - beyond, y, zoom }, { duration: glide(MOVE_MS) });
    }, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [id, getInternalNode, getViewport, setViewport, store]);
}

/** How far to the right a node that ends at `bottom` can be seen. */
function freeWidth(canvas: HTMLElement | null, bottom: number): number {
  const area = canvas?.getBoundingClientRect();
  const map = canvas?.querySelector('.react-flow__minimap')?.getBoundingClientRect();
  if (!area) return Infinity;
  const covered = map !== undefined && map.width > 0 && bottom > map.top - area.top;
  return covered ? map.left - area.left : area.width;
}
