import { z } from 'zod';
import type { NodeDescriptor } from '../descriptor';
import { noPorts, oneOutput } from '../descriptor';
import { choice, requiredText, text } from '../fields';

const path = requiredText('Give the last part of the address.', {
  title: 'Path',
  description: 'The last part of the address, after the part made for this workflow.',
  examples: ['orders/new'],
}).regex(/^[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)*$/, {
  error: 'Letters, digits, _ and -, in parts divided by /.',
});

export const triggerWebhook: NodeDescriptor = {
  type: 'trigger.webhook',
  v: 1,
  title: 'Webhook',
  category: 'Triggers',
  summary: 'Starts when another system calls an address.',
  docs: `Starts the workflow when another system calls its address.

With \`secret_path\` the address itself holds an unguessable part. With \`signature\` the caller signs the
body (HMAC-SHA-256), with \`token\` it sends a bearer token; both are kept in a credential, never here.

**Output**: \`{ "method", "headers", "query", "body" }\`.`,
  icon: 'Webhook',
  config: z
    .strictObject({
      path,
      method: choice(['POST', 'GET', 'PUT', 'PATCH', 'DELETE'], {
        title: 'Method',
        description: 'The HTTP method that is answered.',
      }),
      auth: choice(['secret_path', 'signature', 'token', 'none'], {
        title: 'Who may call',
        description: 'How the caller proves that it may start this workflow.',
      }),
      credential: text('', {
        title: 'Credential',
        description: 'Holds the key of the signature, or the token.',
        format: 'credential',
      }),
      respond: choice(['accepted', 'result'], {
        title: 'Answer',
        description: 'At once, or with the result when the run has ended.',
      }),
    })
    .refine((value) => !['signature', 'token'].includes(value.auth) || value.credential !== '', {
      path: ['credential'],
      error: 'Choose the credential that callers are checked against.',
    }),
  inputs: noPorts,
  outputs: oneOutput('json'),
  example: {
    path: 'orders/new',
    method: 'POST',
    auth: 'secret_path',
    credential: '',
    respond: 'accepted',
  },
};
