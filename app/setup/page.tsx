import type { Metadata } from 'next';
import Link from 'next/link';
import { DoorLayout } from '@/components/auth/DoorLayout';
import { SetupForm } from '@/components/auth/SetupForm';
import { Button } from '@/components/ui/Button';
import { signInOptions } from '@/server/auth/door';

export const metadata: Metadata = { title: 'Set up' };

interface SetupPageProps {
  searchParams: Promise<{ code?: string | string[] }>;
}

export default async function SetupPage({ searchParams }: SetupPageProps) {
  const { code } = await searchParams;
  const { setup } = await signInOptions();
  if (!setup) {
    return (
      <DoorLayout
        title="Already set up"
        description="The first account exists. Its owner can add others."
      >
        <Button asChild variant="primary" size="lg">
          <Link href="/sign-in">Go to sign in</Link>
        </Button>
      </DoorLayout>
    );
  }
  return (
    <DoorLayout title="Set up Stemma" description="Create the first account. It will be an admin.">
      <SetupForm code={typeof code === 'string' ? code : ''} />
    </DoorLayout>
  );
}
