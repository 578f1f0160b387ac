import { UnsupportedMediaTypeError } from '../errors/http-errors';

/** [A4] Only JSON: what a form on another site can send never reaches a procedure. */
export function assertJson(headers: Headers): void {
  const type = headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new UnsupportedMediaTypeError();
}
