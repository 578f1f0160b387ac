import { createServer } from 'node:http';
import pg from 'pg';
import { type FloorEdit, saveAtFloor } from './floor';

/** The floor behind bare node:http, in a process of its own as the product is. */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 });

createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks).toString('utf8');
    void answer(body).then((result) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(result));
    });
  });
}).listen(Number(process.env.PORT), '127.0.0.1');

async function answer(body: string): Promise<unknown> {
  if (body === '') return { ok: true };
  return saveAtFloor(pool, JSON.parse(body) as FloorEdit);
}

process.on('SIGTERM', () => process.exit(0));
