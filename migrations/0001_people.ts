import { type Kysely, sql } from 'kysely';

/**
 * People and their sessions, as better-auth 1.7 wants its tables (`generateId: 'uuid'`). They hold
 * no tenant data, so row level security stops at this schema's border.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create schema auth;

    create table auth."user" (
      "id" uuid default pg_catalog.gen_random_uuid() not null primary key,
      "name" text not null,
      "email" text not null unique,
      "emailVerified" boolean not null,
      "image" text,
      "createdAt" timestamptz default current_timestamp not null,
      "updatedAt" timestamptz default current_timestamp not null
    );

    create table auth.session (
      "id" uuid default pg_catalog.gen_random_uuid() not null primary key,
      "expiresAt" timestamptz not null,
      "token" text not null unique,
      "createdAt" timestamptz default current_timestamp not null,
      "updatedAt" timestamptz not null,
      "ipAddress" text,
      "userAgent" text,
      "userId" uuid not null references auth."user" ("id") on delete cascade
    );
    create index "session_userId_idx" on auth.session ("userId");

    create table auth.account (
      "id" uuid default pg_catalog.gen_random_uuid() not null primary key,
      "accountId" text not null,
      "providerId" text not null,
      "userId" uuid not null references auth."user" ("id") on delete cascade,
      "accessToken" text,
      "refreshToken" text,
      "idToken" text,
      "accessTokenExpiresAt" timestamptz,
      "refreshTokenExpiresAt" timestamptz,
      "scope" text,
      "password" text,
      "createdAt" timestamptz default current_timestamp not null,
      "updatedAt" timestamptz not null
    );
    create index "account_userId_idx" on auth.account ("userId");

    create table auth.verification (
      "id" uuid default pg_catalog.gen_random_uuid() not null primary key,
      "identifier" text not null,
      "value" text not null,
      "expiresAt" timestamptz not null,
      "createdAt" timestamptz default current_timestamp not null,
      "updatedAt" timestamptz default current_timestamp not null
    );
    create index "verification_identifier_idx" on auth.verification ("identifier");

    create table auth."rateLimit" (
      "id" uuid default pg_catalog.gen_random_uuid() not null primary key,
      "key" text not null unique,
      "count" integer not null,
      "lastRequest" bigint not null
    );

    grant usage on schema auth to stemma_app;
    grant select, insert, update, delete on all tables in schema auth to stemma_app;
  `.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop schema auth cascade`.execute(db);
}
