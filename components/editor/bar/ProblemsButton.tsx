'use client';

import { useReactFlow } from '@xyflow/react';
import { CircleAlert, TriangleAlert } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import type { DagProblem } from '@core/nodes/problems';
import { glide } from '@/components/canvas/glide';
import { count } from '@/components/shell/count';
import { Button } from '@/components/ui/Button';
import { cn } from '@/components/ui/cn';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/Popover';
import { useEditor } from '../editor-context';

const MOST = 100;

/** What keeps the workflow from running, and the way to each. */
export function ProblemsButton() {
  const editor = useEditor();
  const { fitView } = useReactFlow();
  const [open, setOpen] = useState(false);
  const problems = useSyncExternalStore(
    editor.flow.subscribe,
    editor.problems.list,
    editor.problems.list,
  );

  function show({ nodeId, edgeId }: DagProblem): void {
    const edge = edgeId === undefined ? undefined : editor.dag.edges[edgeId];
    const ids = nodeId === undefined ? (edge ? [edge.source, edge.target] : []) : [nodeId];
    editor.flow.select(nodeId === undefined ? [] : [nodeId], edgeId === undefined ? [] : [edgeId]);
    void fitView({
      nodes: ids.map((id) => ({ id })),
      maxZoom: 1,
      duration: glide(250),
      padding: 0.4,
    });
    setOpen(false);
  }

  if (problems.length === 0) return null;
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button
          variant="ghost"
          size="sm"
          aria-label={count(problems.length, 'problem')}
          data-testid="problems"
        >
          <TriangleAlert aria-hidden className={errors > 0 ? 'text-warn-fg' : 'text-fg-subtle'} />
          {problems.length}
        </Button>
      </PopoverTrigger>
      <PopoverContent label="Problems" align="end" className="max-h-96 w-80 overflow-y-auto p-1">
        {problems.slice(0, MOST).map((problem, index) => (
          <button
            key={index}
            type="button"
            onClick={() => show(problem)}
            className="flex w-full gap-2 rounded-md px-2 py-1.5 text-left hover:bg-hover"
          >
            <CircleAlert
              aria-hidden
              className={cn(
                'mt-0.5 size-4 shrink-0',
                problem.severity === 'error' ? 'text-warn-fg' : 'text-fg-subtle',
              )}
            />
            <span className="min-w-0">
              <span className="block truncate text-xs text-fg-muted">
                {placeOf(editor.dag, problem)}
              </span>
              <span className="block break-words">{problem.message}</span>
            </span>
          </button>
        ))}
      </PopoverContent>
    </Popover>
  );
}

function placeOf(
  dag: { nodes: Readonly<Record<string, { name?: string }>> },
  problem: DagProblem,
): string {
  if (problem.nodeId !== undefined) return dag.nodes[problem.nodeId]?.name ?? problem.nodeId;
  return problem.edgeId === undefined ? 'Workflow' : 'Connection';
}
