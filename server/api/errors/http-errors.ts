import { DomainError } from '@core/errors';

/** [A4] Bodies are JSON, and nothing else. */
export class UnsupportedMediaTypeError extends DomainError {
  readonly code = 'unsupported_media_type';
  constructor() {
    super('The body has to be sent as application/json.');
  }
}

/** The input does not have the shape the procedure asks for; `data.issues` says where. */
export class InvalidInputError extends DomainError {
  readonly code = 'invalid_input';
}

/**
 * The database cannot be reached, or could not finish in time. Whether the call was carried out is not
 * known, for an answer to COMMIT may be lost; another try with its op_id tells.
 */
export class UnavailableError extends DomainError {
  readonly code = 'unavailable';
  constructor() {
    super('The database is not answering right now. Try again: nothing is done twice.');
  }
}
