import { glide } from '@/components/canvas/glide';
import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';

export const PANEL_LABEL = 'Node settings';
const MARGIN = 24;
/** The panel has taken its place by then. */
const SETTLE_MS = 60;
const MOVE_MS = 180;

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Moves the view when opening the panel leaves the node under it, or under the minimap that comes
 * along with it, and back when it closes, unless somebody has moved the view since.
 */
export function useKeepInView(id: string | undefined): void {
  const { getInternalNode, getViewport, setViewport } = useReactFlow();
  const store = useStoreApi();
  const moved = useRef<{ to: Point; by: Point; at: number } | undefined>(undefined);
  useEffect(() => {
    const { x, y, zoom } = getViewport();
    const move = (to: Point) => void setViewport({ ...to, zoom }, { duration: glide(MOVE_MS) });
    const last = moved.current;
    const moving = last !== undefined && performance.now() - last.at < 2 * MOVE_MS;
    const still = last !== undefined && (moving || (last.to.x === x && last.to.y === y));
    const before = still ? last.by : { x: 0, y: 0 };
    if (id === undefined) {
      moved.current = undefined;
      if (last && still) move({ x: last.to.x + before.x, y: last.to.y + before.y });
      return undefined;
    }
    const timer = setTimeout(() => {
      const node = getInternalNode(id);
      const canvas = store.getState().domNode;
      if (!node || !canvas || node.dragging === true) return;
      const { positionAbsolute: at } = node.internals;
      const end = {
        x: (at.x + (node.measured.width ?? 0)) * zoom + x,
        y: (at.y + (node.measured.height ?? 0)) * zoom + y,
      };
      const room = roomFor(canvas, end);
      const by = {
        x: Math.max(0, end.x + MARGIN - room.x),
        y: Math.max(0, end.y + MARGIN - room.y),
      };
      if (by.x + by.y === 0) return;
      const to = { x: x - by.x, y: y - by.y };
      moved.current = {
        to,
        by: { x: before.x + by.x, y: before.y + by.y },
        at: performance.now(),
      };
      move(to);
    }, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [id, getInternalNode, getViewport, setViewport, store]);
}

/** How far to the right and down a node that ends at `end` can be seen. */
function roomFor(canvas: HTMLElement, end: Point): Point {
  const area = canvas.getBoundingClientRect();
  const map = canvas.querySelector('.react-flow__minimap')?.getBoundingClientRect();
  const panel = document.querySelector(`[aria-label="${PANEL_LABEL}"]`)?.getBoundingClientRect();
  const besideMap = map !== undefined && map.width > 0 && end.y > map.top - area.top;
  const overCanvas = panel !== undefined && panel.left < area.right && panel.top > area.top;
  return {
    x: besideMap ? map.left - area.left : area.width,
    y: overCanvas ? panel.top - area.top : Infinity,
  };
}
