import {
  Braces,
  CalendarClock,
  CircleDashed,
  CircleQuestionMark,
  CircleX,
  Code,
  Database,
  FileInput,
  FileOutput,
  GitFork,
  GitMerge,
  Globe,
  Play,
  Repeat,
  Sigma,
  Split,
  Timer,
  UserCheck,
  Webhook,
  Workflow,
  type LucideIcon,
} from 'lucide-react';

/** Named one by one, so that the page carries these and not the whole set. */
const ICONS: Readonly<Record<string, LucideIcon>> = {
  Braces,
  CalendarClock,
  CircleDashed,
  CircleX,
  Code,
  Database,
  FileInput,
  FileOutput,
  GitFork,
  GitMerge,
  Globe,
  Play,
  Repeat,
  Sigma,
  Split,
  Timer,
  UserCheck,
  Webhook,
  Workflow,
};

export function nodeIcon(name: string): LucideIcon {
  return ICONS[name] ?? CircleQuestionMark;
}
