'use client';

import { Download, Ellipsis, FileJson, History, Keyboard } from 'lucide-react';
import Link from 'next/link';
import { toast } from 'sonner';
import { useTRPCClient } from '@/components/trpc/context';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/DropdownMenu';
import { IconButton } from '@/components/ui/IconButton';
import { downloadJson } from '../download-json';
import { errorWords } from '../error-words';
import { historyHref, type Place } from '../place';

interface MoreMenuProps {
  place: Place;
  onShortcuts: () => void;
}

export function MoreMenu({ place, onShortcuts }: MoreMenuProps) {
  const client = useTRPCClient();

  async function save(format: 'n8n' | 'react-flow' | 'stemma'): Promise<void> {
    const { projectId, workflowId, branch: tag } = place;
    try {
      const file = await client.workflow.export.query({ projectId, workflowId, tag, format });
      downloadJson(file.fileName, file.document);
    } catch (error) {
      toast.error('The workflow could not be exported', { description: errorWords(error) });
    }
  }

  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <IconButton label="More" size="sm">
          <Ellipsis aria-hidden />
        </IconButton>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        <DropdownMenuItem asChild className="sm:hidden">
          <Link href={historyHref(place, place.branch)}>
            <History aria-hidden />
            History
          </Link>
        </DropdownMenuItem>
        <DropdownMenuLabel>Export {place.branch}</DropdownMenuLabel>
        <DropdownMenuItem onSelect={() => void save('stemma')}>
          <FileJson aria-hidden />
          Stemma JSON
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={() => void save('n8n')}>
          <Download aria-hidden />
          n8n JSON
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={() => void save('react-flow')}>
          <Download aria-hidden />
          React Flow JSON
        </DropdownMenuItem>
        <DropdownMenuSeparator />
        <DropdownMenuItem keys={['?']} onSelect={onShortcuts}>
          <Keyboard aria-hidden />
          Keyboard shortcuts
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
