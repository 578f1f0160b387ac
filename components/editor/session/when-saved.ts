import type { EditSession } from './EditSession';
import type { SaveState } from './session-state';

/** Resolves once nothing waits; rejects, in words, when that needs somebody's help. */
export function whenSaved(session: EditSession): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (): boolean => {
      const { save } = session.state();
      const obstacle = obstacleOf(save);
      if (save.kind === 'saved') resolve();
      else if (obstacle !== undefined) reject(new Error(obstacle));
      return save.kind === 'saved' || obstacle !== undefined;
    };
    if (look()) return;
    const stop = session.subscribe(() => {
      if (look()) stop();
    });
  });
}

function obstacleOf(save: SaveState): string | undefined {
  if (save.kind === 'refused') return save.reason;
  if (save.kind === 'conflict')
    return `“${save.message}” is in conflict: choose what to keep first.`;
  return undefined;
}
