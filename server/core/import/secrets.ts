import type { Json } from '../json/json';

/** A place that looks like a secret. `hint` shows a few characters, never the value. */
export interface SecretFinding {
  readonly nodeId?: string;
  readonly nodeName?: string;
  /** JSON pointer inside the node, or inside the file when no node is named. */
  readonly path: string;
  readonly reason: string;
  readonly hint: string;
}

interface Shape {
  readonly reason: string;
  readonly pattern: RegExp;
}

const SHAPES: readonly Shape[] = [
  { reason: 'a private key', pattern: /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----/ },
  { reason: 'a signed token (JWT)', pattern: /\beyJ[\w-]{8,400}\.eyJ[\w-]{8}/ },
  {
    reason: 'an address with a password',
    pattern: /\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s/:@{}]{1,200}:[^\s/@{}]{1,200}@/i,
  },
  { reason: 'an API key', pattern: /\bsk-(?:proj-|ant-|or-)?[\w-]{16,}/ },
  { reason: 'an API key', pattern: /\b[rs]k_(?:live|test)_\w{12,}/ },
  { reason: 'an API key', pattern: /\bAIza[\w-]{30,}/ },
  { reason: 'an access key', pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/ },
  { reason: 'an access token', pattern: /\bgh[pousr]_\w{20,}|\bgithub_pat_\w{20,}/ },
  { reason: 'an access token', pattern: /\bglpat-[\w-]{16,}/ },
  { reason: 'an access token', pattern: /\bxox[abeoprs]-[\w-]{10,}/ },
  { reason: 'an access token', pattern: /\b(?:ya29\.|1\/\/0)[\w-]{20,}/ },
  {
    reason: 'an access token',
    pattern: /\b(?:apify_api_|pat-[a-z]{2}\d-|shp(?:at|ss)_|hf_|SG\.)[\w.-]{16,}/,
  },
  { reason: 'a bot token', pattern: /(?<!\d)\d{8,10}:AA[\w-]{30,}/ },
  { reason: 'a bearer token', pattern: /\b(?:Bearer|Basic)\s+[\w.~+/-]{16,}=*/i },
  {
    reason: 'a key in an address',
    pattern:
      /[?&](?:api_?key|apikey|access_?token|auth_?token|token|secret|password|hapikey)=[^&\s{}<>$]{8,}/i,
  },
  {
    reason: 'an incoming webhook address',
    pattern:
      /hooks\.slack\.com\/services\/T\w+\/B\w+\/\w+|discord(?:app)?\.com\/api\/webhooks\/\d+\/[\w-]+/,
  },
];

/** How names of secrets end, without spaces and marks. */
const SECRET_NAME =
  /(?:apikey|secretkey|privatekey|accesskey|accesskeyid|token|password|passwd|passphrase|secret|authorization|cookie)$/;

/** Pairs such as `{ "name": "Authorization", "value": "…" }`, and what the value is called in them. */
const NAME_FIELDS = ['name', 'key', 'header'] as const;
const VALUE_FIELD = 'value';

interface Visit {
  readonly value: Json;
  readonly path: string;
  readonly key: string;
}

/** The places inside a value that look like secrets. Pointed out, never blocked; walks without recursion. */
export function findSecrets(
  root: Json,
  owner: Pick<SecretFinding, 'nodeId' | 'nodeName'> = {},
): SecretFinding[] {
  const found: SecretFinding[] = [];
  const open: Visit[] = [{ value: root, path: '', key: '' }];
  for (let visit = open.pop(); visit !== undefined; visit = open.pop()) {
    const { value, path, key } = visit;
    if (typeof value === 'string') {
      const reason = secretReason(key, value);
      if (reason !== undefined) found.push({ ...owner, path, reason, hint: hintOf(value) });
    } else if (typeof value === 'object' && value !== null) {
      open.push(...children(value, path));
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function children(value: Exclude<Json, string | number | boolean | null>, path: string): Visit[] {
  const named = nameOfPair(value);
  return Object.entries(value).map(([key, child]) => ({
    value: child,
    path: `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
    key: key === VALUE_FIELD && named !== undefined ? named : key,
  }));
}

function nameOfPair(value: object): string | undefined {
  const pair = value as Readonly<Record<string, unknown>>;
  if (typeof pair[VALUE_FIELD] !== 'string') return undefined;
  return NAME_FIELDS.map((field) => pair[field]).find((name) => typeof name === 'string');
}

function secretReason(key: string, value: string): string | undefined {
  const shape = SHAPES.find(({ pattern }) => pattern.test(value));
  if (shape !== undefined) return shape.reason;
  const name = key.split('.').at(-1) ?? key;
  const isSecret = SECRET_NAME.test(name.replaceAll(/[-_\s]/g, '').toLowerCase());
  return isSecret && isLiteralSecret(value) ? `a value named “${name.slice(0, 60)}”` : undefined;
}

/** A value that is really there: no expression, no placeholder, no plain word. */
function isLiteralSecret(value: string): boolean {
  const trimmed = value.trim();
  if (trimmed.length < 6 || trimmed.startsWith('=') || /\{\{|\$\{|^<.*>$|^\[.*\]$/.test(trimmed))
    return false;
  if (/^(.)\1*$|x{4,}|your|placeholder|replace|example|changeme|\*{3}/i.test(trimmed)) return false;
  return !/^[A-Za-z]+(?: [A-Za-z]+)*$/.test(trimmed) || trimmed.length >= 24;
}

function hintOf(value: string): string {
  const flat = value.replaceAll(/\s+/g, ' ').trim();
  return `${flat.slice(0, Math.min(4, Math.floor(flat.length / 4)))}… (${value.length} characters)`;
}
