import { z } from 'zod';
import type { NodeDescriptor } from '../descriptor';
import { oneInput, oneOutput } from '../descriptor';
import { choice, requiredText } from '../fields';

export const fileRead: NodeDescriptor = {
  type: 'file.read',
  v: 1,
  title: 'Read file',
  category: 'Files',
  summary: "Reads a file of the project's store.",
  docs: `Reads a file from the project's file store. *Auto* goes by the media type the file was stored with: JSON is
parsed, text is text, everything else stays a file.

**Output**: \`{ "name", "mediaType", "size", "content" }\`; for a file \`content\` refers to its bytes.`,
  icon: 'FileInput',
  config: z.strictObject({
    name: requiredText('Give the name of the file.', {
      title: 'Name',
      description: 'The path of the file in the store.',
      format: 'template',
      examples: ['reports/{{ input.day }}.json'],
    }),
    as: choice(['auto', 'json', 'text', 'file'], {
      title: 'Read as',
      description: 'How the content is passed on.',
    }),
  }),
  inputs: oneInput(),
  outputs: oneOutput(),
  example: { name: 'reports/{{ input.day }}.json', as: 'json' },
};
