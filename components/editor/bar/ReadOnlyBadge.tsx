import { Eye, Lock } from 'lucide-react';
import { Badge } from '@/components/ui/Badge';
import { Tooltip } from '@/components/ui/Tooltip';

interface ReadOnlyBadgeProps {
  /** One could edit, were the branch not protected. */
  isProtected: boolean;
  branch: string;
}

/** Why nothing here can be changed, and what one can do instead. */
export function ReadOnlyBadge({ isProtected, branch }: ReadOnlyBadgeProps) {
  const words = isProtected
    ? `${branch} is protected: make a branch to change something.`
    : 'Your role in this project is to read.';
  const Icon = isProtected ? Lock : Eye;
  return (
    <Tooltip content={words}>
      <Badge tabIndex={0}>
        <Icon aria-hidden />
        {isProtected ? 'Protected' : 'View only'}
        <span className="sr-only">{words}</span>
      </Badge>
    </Tooltip>
  );
}
