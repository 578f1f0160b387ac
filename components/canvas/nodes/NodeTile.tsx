import type { NodeCategory } from '@core/nodes/descriptor';
import { createElement } from 'react';
import { cn } from '../../ui/cn';
import { categoryTone } from '../category-tone';
import { nodeIcon } from '../node-icons';

interface NodeTileProps {
  icon: string;
  category: NodeCategory | undefined;
  size?: 'sm' | 'md';
}

/** The coloured square with the icon of a node type: on the canvas, in the palette, in the panel. */
export function NodeTile({ icon, category, size = 'md' }: NodeTileProps) {
  return (
    <span
      aria-hidden
      className={cn(
        'grid shrink-0 place-items-center rounded-lg',
        size === 'md' ? 'size-9 [&>svg]:size-4.5' : 'size-7 rounded-md [&>svg]:size-4',
        categoryTone(category).tile,
      )}
    >
      {createElement(nodeIcon(icon), { strokeWidth: 1.75 })}
    </span>
  );
}
