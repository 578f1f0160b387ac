import { Badge, type BadgeTone } from '@/components/ui/Badge';
import { Tooltip } from '@/components/ui/Tooltip';
import { type Reason, reasonSentence, reasonWords } from './reason-words';

const TONES: Readonly<Record<Reason['kind'], BadgeTone>> = {
  deep: 'neutral',
  slow: 'warn',
  hot: 'info',
};

/** [C2] Why a head is a candidate. */
export function ReasonBadges({ reasons }: { reasons: readonly Reason[] }) {
  return (
    <span className="flex flex-wrap gap-1">
      {reasons.map((reason) => (
        <Tooltip key={reason.kind} content={reasonSentence(reason)}>
          <Badge tone={TONES[reason.kind]} tabIndex={0}>
            {reasonWords(reason)}
          </Badge>
        </Tooltip>
      ))}
    </span>
  );
}
