import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { DemoPeople } from '@/components/auth/DemoPeople';
import { DoorLayout } from '@/components/auth/DoorLayout';
import { OrLine } from '@/components/auth/OrLine';
import { safeNext } from '@/components/auth/safe-next';
import { SignInForm } from '@/components/auth/SignInForm';
import { signInOptions } from '@/server/auth/door';
import { currentViewer } from '@/server/auth/viewer';

export const metadata: Metadata = { title: 'Sign in' };

interface SignInPageProps {
  searchParams: Promise<{ next?: string | string[] }>;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const asked = (await searchParams).next;
  const next = safeNext(typeof asked === 'string' ? asked : undefined);
  if ((await currentViewer(await headers())) !== undefined) redirect(next);
  const { demo, setup } = await signInOptions();
  return (
    <DoorLayout
      title="Sign in"
      description={demo ? 'Look around as one of the demo people.' : 'Welcome back.'}
    >
      {demo ? (
        <>
          <DemoPeople next={next} />
          <OrLine>or with your own account</OrLine>
        </>
      ) : null}
      <SignInForm next={next} main={!demo} />
      {setup ? (
        <p className="mt-6 text-sm text-fg-muted">
          Nobody has an account yet?{' '}
          <Link href="/setup" className="text-accent-fg underline underline-offset-4">
            Set up the first one
          </Link>{' '}
          with the code from the terminal.
        </p>
      ) : null}
    </DoorLayout>
  );
}
