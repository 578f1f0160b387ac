import { Badge, type BadgeTone } from '@/components/ui/Badge';
import type { Role } from '@/server/api/shared/schemas';

const TONES: Readonly<Record<Role, BadgeTone>> = {
  admin: 'accent',
  analyst: 'info',
  reviewer: 'violet',
  viewer: 'neutral',
};

export function RoleBadge({ role }: { role: Role }) {
  return <Badge tone={TONES[role]}>{role.charAt(0).toUpperCase() + role.slice(1)}</Badge>;
}
