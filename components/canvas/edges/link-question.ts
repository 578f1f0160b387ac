import { createContext } from 'react';
import type { Link } from '../flow-types';

/** Asks why a connection would be refused; undefined when it may be made. */
export type AskRefusal = (link: Link) => string | undefined;

export const AskRefusalContext = createContext<AskRefusal>(() => undefined);
