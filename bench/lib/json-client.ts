import { Agent, request } from 'node:http';

/** Keeps its connection open, as a browser does; one request at a time. */
export class JsonClient {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #url: URL;
  readonly #headers: Record<string, string>;

  constructor(url: string, headers: Record<string, string> = {}) {
    this.#url = new URL(url);
    this.#headers = headers;
  }

  /** The parsed answer of a POST; throws with the answer's text unless its status is 200. */
  post<T>(path: string, body: unknown): Promise<T> {
    const bytes = Buffer.from(JSON.stringify(body));
    return new Promise((resolve, reject) => {
      const outgoing = request(
        {
          agent: this.#agent,
          host: this.#url.hostname,
          port: this.#url.port,
          path,
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'content-length': bytes.length,
            ...this.#headers,
          },
        },
        (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
          incoming.on('end', () => {
            const text = Buffer.concat(chunks).toString('utf8');
            if (incoming.statusCode === 200) resolve(JSON.parse(text) as T);
            else reject(new Error(`${path}: ${incoming.statusCode} ${text.slice(0, 500)}`));
          });
        },
      );
      outgoing.on('error', reject);
      outgoing.end(bytes);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
