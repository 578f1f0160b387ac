import { Panel } from '@xyflow/react';

/** What an empty workflow says instead of nothing; never in the way of the pointer. */
export function EmptyCanvas({ readOnly }: { readOnly: boolean }) {
  return (
    <Panel position="top-center" className="pointer-events-none top-1/3! text-center">
      <p className="text-base font-semibold">An empty workflow</p>
      <p className="mx-auto mt-1 max-w-72 text-sm text-pretty text-fg-muted">
        {readOnly
          ? 'Nobody has drawn anything here yet.'
          : 'Drag a node from the left, press one to add it, or double-click anywhere on the canvas.'}
      </p>
    </Panel>
  );
}
