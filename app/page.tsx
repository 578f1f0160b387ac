import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { currentViewer } from '@/server/auth/viewer';

export default async function HomePage() {
  const viewer = await currentViewer(await headers());
  redirect(viewer === undefined ? '/sign-in' : '/projects');
}
