import type { ZodError, core } from 'zod';
import { InvalidInputError } from './http-errors';

const MAX_ISSUES = 20;

/** What is wrong with an input, in words a person can act on and as data a program can. */
export function invalidInput(error: ZodError): InvalidInputError {
  const issues = error.issues.slice(0, MAX_ISSUES).map((issue) => ({
    path: issue.path.map(String).join('.'),
    message: wordsOf(issue),
  }));
  const words = issues.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`));
  return new InvalidInputError(words.join(' '), { issues });
}

/** A union says what each of its alternatives misses. */
function wordsOf(issue: core.$ZodIssue): string {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return issue.message;
  const alternatives = issue.errors.map((branch) =>
    branch
      .map((inner) => {
        const path = inner.path.map(String).join('.');
        return path === '' ? wordsOf(inner) : `${path}: ${wordsOf(inner)}`;
      })
      .join(', '),
  );
  return `None of these fits: ${[...new Set(alternatives)].join(' | ')}.`;
}
