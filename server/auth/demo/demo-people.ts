import type { Role } from '../role';

export const DEMO_KEYS = ['ada', 'ben', 'rosa'] as const;
export type DemoKey = (typeof DEMO_KEYS)[number];

export interface DemoPerson {
  name: string;
  email: string;
  role: Role;
}

/** The demo's people: one click signs in as one of them, and none has a password. */
export const demoPeople: Readonly<Record<DemoKey, DemoPerson>> = {
  ada: { name: 'Ada', email: 'ada@demo.example', role: 'admin' },
  ben: { name: 'Ben', email: 'ben@demo.example', role: 'analyst' },
  rosa: { name: 'Rosa', email: 'rosa@demo.example', role: 'reviewer' },
};
