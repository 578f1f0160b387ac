import { describe, expect, test } from 'vitest';
import { importN8n } from './n8n/import-n8n';
import { findSecrets } from './secrets';
import { seededBytes } from './seeded-bytes';

/** Put together here, so that no scanner takes this file for a leak. */
const made = (...parts: string[]) => parts.join('');
const LONG = 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8';

describe('what looks like a secret', () => {
  test.each([
    ['an API key', { text: made('sk-', LONG) }],
    ['an API key', { url: made('https://x.example/?q=AIza', LONG) }],
    ['an access key', { text: made('AKIA', 'ABCDEFGHIJKLMNOP') }],
    ['an access token', { text: made('ghp_', LONG) }],
    ['an access token', { text: made('xoxb', '-123456789012-abcdef') }],
    ['a bot token', { url: made('https://api.example/bot', '123456789', ':AA', LONG) }],
    ['a signed token (JWT)', { a: [made('eyJ', 'hbGciOiJI', '.eyJzdWIiOiIx', '.SflKxwRJSMe')] }],
    ['a private key', { pem: made('-----BEGIN RSA PRIVATE', ' KEY-----\nabc') }],
    ['an address with a password', { url: 'postgres://app:hunter22@db.example/orders' }],
    ['a bearer token', { headers: [{ name: 'X', value: `Bearer ${LONG}` }] }],
    ['a key in an address', { url: `https://x.example/?apikey=${LONG}` }],
    ['a value named “apiKey”', { apiKey: '81f3-77c0-aa' }],
    ['a value named “X-Api-Key”', { headers: [{ name: 'X-Api-Key', value: '81f377c0aa' }] }],
    ['a value named “password”', { 'db.password': 'hunter22' }],
    ['a value named “Stripe API Key”', { 'Stripe API Key': 'k3y-0f-Stripe' }],
  ])('%s', (reason, value) => {
    const [found, ...more] = findSecrets(value);
    expect(found?.reason).toBe(reason);
    expect(more).toEqual([]);
  });

  test.each([
    { apiKey: '={{ $json.key }}' },
    { apiKey: '{{ vars.key }}' },
    { apiKey: '<YOUR_API_KEY>' },
    { token: 'xxxxxxxx' },
    { token: 'your-token-here' },
    { password: '' },
    { maxTokens: '4000', tokens: 'abc123def' },
    { headers: [{ name: 'Authorization', value: '=Bearer {{ $json.token }}' }] },
    { text: 'The task-list is risky: https://example.com/a:b' },
    { sessionKey: 'orders' },
  ])('is not seen in %j', (value) => {
    expect(findSecrets(value)).toEqual([]);
  });
});

test('an import points at the place and never shows the value', () => {
  const secret = made('sk-', LONG);
  const nodes = [
    {
      name: 'Call',
      type: 'x',
      parameters: { headers: { parameters: [{ name: 'Authorization', value: secret }] } },
    },
  ];
  const { dag, report } = importN8n(
    { nodes, connections: {}, pinData: { Call: [{ token: LONG }] } },
    { random: seededBytes() },
  );
  const [nodeId] = Object.keys(dag.nodes);
  expect(report.secrets).toMatchObject([
    {
      nodeId,
      nodeName: 'Call',
      path: '/parameters/headers/parameters/0/value',
      reason: 'an API key',
    },
    { path: '/pinData/Call/0/token' },
  ]);
  expect(JSON.stringify(report.secrets)).not.toContain(LONG.slice(0, 12));
});

test('text made to slow a scanner down is scanned in time', () => {
  const hostile = [
    'a-'.repeat(200_000),
    'eyJ-'.repeat(100_000),
    '-----BEGIN '.repeat(50_000),
    '?token='.repeat(50_000),
  ];
  const start = performance.now();
  for (const text of hostile) findSecrets({ text });
  expect(performance.now() - start).toBeLessThan(5_000);
});
