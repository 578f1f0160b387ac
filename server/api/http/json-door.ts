import type { z } from 'zod';
import { assertOwnOrigin } from '../../auth/assert-own-origin';
import { InvalidInputError } from '../errors/http-errors';
import { invalidInput } from '../errors/invalid-input';
import { assertJson } from './assert-json';
import { errorResponse } from './error-response';
import { readBody } from './read-body';

const LIMIT = 64 * 1024;

/** A small JSON request from a page of ours, checked and parsed; failures answer in words. */
export async function jsonDoor<T>(
  request: Request,
  schema: z.ZodType<T>,
  work: (input: T) => Promise<Response>,
): Promise<Response> {
  try {
    assertOwnOrigin(request.headers);
    assertJson(request.headers);
    const parsed = schema.safeParse(parse(await readBody(request, LIMIT)));
    if (!parsed.success) throw invalidInput(parsed.error);
    return await work(parsed.data);
  } catch (error) {
    return errorResponse(error);
  }
}

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    throw new InvalidInputError('The body is not JSON.');
  }
}
