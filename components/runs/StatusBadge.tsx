import { Ban, CircleCheck, CircleX, Clock, Play, type LucideIcon } from 'lucide-react';
import { Badge, type BadgeTone } from '@/components/ui/Badge';
import type { RunSummary } from '@/server/api/run/schemas';

type Status = RunSummary['status'];

const LOOKS: Readonly<Record<Status, { label: string; tone: BadgeTone; icon: LucideIcon }>> = {
  QUEUED: { label: 'Queued', tone: 'info', icon: Clock },
  RUNNING: { label: 'Running', tone: 'accent', icon: Play },
  CANCELLING: { label: 'Cancelling', tone: 'warn', icon: Ban },
  COMPLETED: { label: 'Completed', tone: 'ok', icon: CircleCheck },
  FAILED: { label: 'Failed', tone: 'danger', icon: CircleX },
  CANCELLED: { label: 'Cancelled', tone: 'neutral', icon: Ban },
};

export function StatusBadge({ status }: { status: Status }) {
  const { label, tone, icon: Icon } = LOOKS[status];
  return (
    <Badge tone={tone}>
      <Icon aria-hidden />
      {label}
    </Badge>
  );
}
