import { z } from 'zod';
import type { NodeDescriptor } from '../descriptor';
import { oneInput, oneOutput } from '../descriptor';
import { requiredText, text } from '../fields';
import { workflowPin } from '../workflow-pin';

export const subworkflow: NodeDescriptor = {
  type: 'subworkflow',
  v: 1,
  title: 'Sub-workflow',
  category: 'Actions',
  summary: 'Runs another workflow and waits for its result.',
  docs: `Runs another workflow of this project and waits for its end. The version is settled when the run is
submitted: the one its branch points at then, or exactly the version named here.

**Output**: the result of that run.`,
  icon: 'Workflow',
  config: z
    .strictObject({
      workflowId: requiredText('Choose the workflow to run.', {
        title: 'Workflow',
        description: 'The workflow that runs.',
        format: 'workflow',
      }),
      ...workflowPin(),
      input: text(
        'input',
        {
          title: 'Input',
          description: 'An expression giving its input.',
          format: 'expression',
        },
        'Give its input.',
      ),
    })
    .refine((value) => value.tag !== '' || value.versionId !== '', {
      path: ['tag'],
      error: 'Name a branch or a version.',
    }),
  inputs: oneInput(),
  outputs: oneOutput(),
  example: {
    workflowId: '01890a5d-ac96-774b-bcce-b302099a8057',
    tag: 'main',
    versionId: '',
    input: '{"order": input}',
  },
};
