import type { Person } from '@/server/api/shared/schemas';

/** The other side of a conflict, in sentences. */
export interface Who {
  /** “Ben” deleted Score. */
  readonly subject: string;
  /** What is “Ben’s”. */
  readonly label: string;
  /** “Ben’s” connection. */
  readonly of: string;
}

/** Unknown while it is being asked; the other one may be oneself, in another window. */
export function whoIs(author: Person | undefined, me: string): Who {
  if (author === undefined) return { subject: 'somebody else', label: 'Theirs', of: 'their' };
  if (author.id === me)
    return { subject: 'you, elsewhere,', label: 'Yours, elsewhere', of: 'your' };
  const of = `${author.name}’s`;
  return { subject: author.name, label: of, of };
}
