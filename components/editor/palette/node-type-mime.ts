/** What a drag out of the palette carries, so that the canvas takes nothing else. */
export const NODE_TYPE_MIME = 'application/x-stemma-node';
export const DRAGGED_NOTE = 'note';
