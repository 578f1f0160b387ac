'use client';

import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { CommandPalette } from '@/components/ui/CommandPalette';
import { Kbd } from '@/components/ui/Kbd';
import type { Role } from '@/server/api/shared/schemas';
import { JumpPages } from './JumpPages';
import { JumpProjects } from './JumpProjects';
import { JumpThemes } from './JumpThemes';
import { JumpWorkflows } from './JumpWorkflows';
import { useModKey } from './use-mod-key';

interface JumpPaletteProps {
  /** The project one is in, if any. */
  project?: { id: string; role: Role };
}

/** Ctrl+K, or the button: any page, workflow or project by its name. */
export function JumpPalette({ project }: JumpPaletteProps) {
  const router = useRouter();
  const mod = useModKey();
  const [open, setOpen] = useState(false);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      setOpen((now) => !now);
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  function go(path: string): void {
    setOpen(false);
    router.push(path);
  }

  return (
    <>
      <Button
        variant="ghost"
        aria-label="Jump to"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpen(true)}
        className="max-sm:w-8 max-sm:px-0 max-sm:pointer-coarse:w-10"
      >
        <Search aria-hidden />
        <span className="max-sm:hidden">Jump to</span>
        <Kbd keys={[mod, 'K']} className="ml-1 max-sm:hidden" />
      </Button>
      <CommandPalette
        open={open}
        onOpenChange={setOpen}
        label="Jump to"
        placeholder="Jump to a page, a workflow or a project…"
      >
        {project === undefined ? null : (
          <>
            <JumpPages projectId={project.id} role={project.role} go={go} />
            <JumpWorkflows projectId={project.id} go={go} />
          </>
        )}
        <JumpProjects go={go} />
        <JumpThemes done={() => setOpen(false)} />
      </CommandPalette>
    </>
  );
}
