'use client';

import { BrokenPage } from '@/components/shell/BrokenPage';

export default function ProjectError({ reset }: { reset: () => void }) {
  return <BrokenPage reset={reset} />;
}
