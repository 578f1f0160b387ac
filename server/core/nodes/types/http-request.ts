import { z } from 'zod';
import type { NodeDescriptor } from '../descriptor';
import { oneInput, oneOutput } from '../descriptor';
import { choice, flag, requiredText, text, textMap } from '../fields';

export const HTTP_METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const;

const url = requiredText('Give the address to call.', {
  title: 'Address',
  description: 'Where the request goes. {{ … }} is filled in with the value of an expression.',
  format: 'template',
  examples: ['https://api.example.com/orders/{{ input.id }}'],
}).regex(/^(https?:\/\/|\{\{)/i, { error: 'An address starts with https:// or http://.' });

const allowStatuses = z
  .array(z.string().regex(/^([1-5]\d\d|[1-5]xx)$/, { error: 'A status such as 404, or 2xx.' }))
  .min(1, { error: 'Name at least one status.' })
  .default(['2xx'])
  .meta({
    title: 'Accepted statuses',
    description: 'Any other status fails the step. 2xx stands for 200 to 299.',
  });

export const httpRequest: NodeDescriptor = {
  type: 'http.request',
  v: 1,
  title: 'HTTP request',
  category: 'Actions',
  summary: 'Calls a web address and passes on the answer.',
  docs: `Calls a web address once and passes on the answer. Texts may contain \`{{ … }}\` with an expression:
\`input\` is what arrived, \`nodes.<id>\` the output of an earlier step.

**Output**: the body of the answer, parsed when it is JSON; or the whole response,
\`{ "status", "headers", "body" }\`.

Keys and passwords belong into a credential, which adds them to the request. Private addresses cannot
be reached unless an administrator allows them.`,
  icon: 'Globe',
  config: z.strictObject({
    method: choice(HTTP_METHODS, { title: 'Method', description: 'The HTTP method.' }),
    url,
    query: textMap({
      title: 'Query',
      description: 'Added to the address after the question mark.',
      format: 'template',
    }),
    headers: textMap({
      title: 'Headers',
      description: 'Sent with the request.',
      format: 'template',
    }),
    bodyType: choice(['none', 'json', 'form', 'text'], {
      title: 'Body type',
      description: 'What is sent: nothing, JSON, form fields or plain text.',
    }),
    body: text('', {
      title: 'Body',
      description: 'For JSON and form fields: an expression giving the value. For text: the text.',
      format: 'template-multiline',
      examples: ['{"email": input.email}'],
    }),
    credential: text('', {
      title: 'Credential',
      description: 'Adds the key, token or password to the request.',
      format: 'credential',
    }),
    response: choice(['auto', 'json', 'text', 'file'], {
      title: 'Read the answer as',
      description: 'Auto looks at the content type of the answer.',
    }),
    output: choice(['body', 'response'], {
      title: 'Pass on',
      description: 'The body alone, or the response with status and headers.',
    }),
    allowStatuses,
    followRedirects: flag(true, { title: 'Follow redirects', description: 'Up to five of them.' }),
  }),
  inputs: oneInput(),
  outputs: oneOutput(),
  example: {
    method: 'GET',
    url: 'https://api.example.com/orders/{{ input.id }}',
    query: { expand: 'customer' },
    headers: { Accept: 'application/json' },
    bodyType: 'none',
    body: '',
    credential: '',
    response: 'auto',
    output: 'body',
    allowStatuses: ['2xx'],
    followRedirects: true,
  },
};
