import { z } from 'zod';
import type { NodeDescriptor } from '../descriptor';
import { oneInput, oneOutput } from '../descriptor';
import { requiredText, text } from '../fields';

const mediaType = text('application/json', {
  title: 'Media type',
  description: 'What the file contains.',
  examples: ['application/json', 'text/csv', 'text/plain'],
}).refine((value) => /^[a-z0-9.+-]+\/[a-z0-9.+*-]+(;.*)?$/i.test(value), {
  error: 'A media type such as text/csv.',
});

export const fileWrite: NodeDescriptor = {
  type: 'file.write',
  v: 1,
  title: 'Write file',
  category: 'Files',
  summary: "Writes a file to the project's store.",
  docs: `Writes a file to the project's file store, where it is stamped with the run, version and step that made it.
An object or list is written as JSON, a text as it is.

**Output**: \`{ "name", "mediaType", "size", "hash" }\`.`,
  icon: 'FileOutput',
  config: z.strictObject({
    name: requiredText('Give the name of the file.', {
      title: 'Name',
      description: 'The path of the file in the store.',
      format: 'template',
      examples: ['reports/{{ run.id }}.json'],
    }),
    mediaType,
    content: text(
      'input',
      {
        title: 'Content',
        description: 'An expression giving what is written.',
        format: 'expression',
      },
      'Give the content.',
    ),
  }),
  inputs: oneInput(),
  outputs: oneOutput('json'),
  example: { name: 'reports/{{ run.id }}.json', mediaType: 'application/json', content: 'input' },
};
