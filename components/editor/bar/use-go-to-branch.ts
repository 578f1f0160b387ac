import { usePathname, useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { editorHref, historyHref, type Place } from '../place';

/** Opens the same page on another branch; `pending` until it is there. */
export function useGoToBranch(place: Place) {
  const router = useRouter();
  const path = usePathname();
  const [pending, start] = useTransition();
  const href = path.endsWith('/history') ? historyHref : editorHref;
  return { pending, go: (branch: string) => start(() => router.push(href(place, branch))) };
}
