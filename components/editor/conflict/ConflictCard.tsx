'use client';

import { CircleCheck } from 'lucide-react';
import { useId, useState } from 'react';
import { Avatar } from '@/components/ui/Avatar';
import { ChoiceOption } from '@/components/ui/ChoiceOption';
import type { Sides } from '@core/patch/rebase';
import type { Choice } from '@core/version/conflict';
import type { OpenConflict } from '../session/session-state';
import { conflictWords, isPlain } from './conflict-words';
import { OwnValue } from './OwnValue';
import { SideValue } from './SideValue';
import { valueWords } from './unit-words';
import { whoIs } from './who';

interface ConflictCardProps {
  conflict: OpenConflict;
  sides: Sides;
  /** The person who chooses. */
  userId: string;
  onChoose: (choice: Choice | undefined) => void;
}

/** One conflict in words, with what each side has: mine, theirs, or another value. */
export function ConflictCard({ conflict, sides, userId, onChoose }: ConflictCardProps) {
  const { unit, base, head, incoming, choice, whose } = conflict;
  const name = useId();
  const [writing, setWriting] = useState(choice !== undefined && 'value' in choice);
  const they = whoIs(whose?.author, userId);
  const { title, story, mine, theirs } = conflictWords(conflict, sides, they);
  const takes = (side: 'incoming' | 'head') =>
    !writing && choice !== undefined && 'take' in choice && choice.take === side;
  const take = (side: 'incoming' | 'head') => {
    setWriting(false);
    onChoose({ take: side });
  };
  const own = (incoming ?? head) as string | number;
  return (
    <fieldset className="min-w-0 rounded-lg border border-line p-3">
      <legend className="sr-only">{title}</legend>
      <div className="flex items-start gap-2">
        <p aria-hidden className="min-w-0 flex-1 font-medium break-words">
          {title}
        </p>
        {choice === undefined ? null : (
          <CircleCheck aria-label="Decided" className="mt-0.5 size-4 text-ok-fg" />
        )}
      </div>
      <div className="mt-0.5 text-xs text-fg-muted">
        {story === undefined ? null : <p className="break-words">{story}</p>}
        {story === undefined && base !== undefined ? (
          <p className="line-clamp-2 break-words">Was {valueWords(sides.base, unit, base)}.</p>
        ) : null}
        {whose ? (
          <p className="truncate">
            {whose.author.name}, in “{whose.message}”
          </p>
        ) : null}
      </div>
      <div className="mt-2.5 grid gap-2 sm:grid-cols-2">
        <ChoiceOption
          name={name}
          label="Yours"
          checked={takes('incoming')}
          onChoose={() => take('incoming')}
        >
          {mine ?? <SideValue dag={sides.incoming} unit={unit} value={incoming} was={base} />}
        </ChoiceOption>
        <ChoiceOption
          name={name}
          label={
            <>
              {whose ? <Avatar name={whose.author.name} className="size-4 text-[0.5rem]" /> : null}
              <span className="truncate">{they.label}</span>
            </>
          }
          checked={takes('head')}
          onChoose={() => take('head')}
        >
          {theirs ?? <SideValue dag={sides.head} unit={unit} value={head} was={base} />}
        </ChoiceOption>
        {isPlain(conflict) ? (
          <div className="flex flex-col gap-2 sm:col-span-2">
            <ChoiceOption
              name={name}
              label="Another value…"
              checked={writing}
              onChoose={() => {
                setWriting(true);
                onChoose({ value: own });
              }}
            />
            {writing ? (
              <OwnValue
                label={`${title}, another value`}
                start={own}
                onChange={(value) => onChoose(value === undefined ? undefined : { value })}
              />
            ) : null}
          </div>
        ) : null}
      </div>
    </fieldset>
  );
}
