import { text } from './fields';

/** Which version of another workflow is used: the newest of a branch, or exactly one. */
export function workflowPin() {
  return {
    tag: text('main', {
      title: 'Branch',
      description: 'The version this branch points at when the run is submitted.',
    }),
    versionId: text('', {
      title: 'Version',
      description: 'Exactly this version, whatever the branch points at.',
    }),
  };
}
