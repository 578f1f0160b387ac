'use client';

import { CommandGroup, CommandItem } from '@/components/ui/CommandPalette';
import { THEME_CHOICES } from '../theme/theme-choices';
import { useTheme } from '../theme/ThemeProvider';

export function JumpThemes({ done }: { done: () => void }) {
  const { setTheme } = useTheme();
  return (
    <CommandGroup heading="Theme">
      {THEME_CHOICES.map(({ value, label, icon: Icon }) => (
        <CommandItem
          key={value}
          value={`theme ${label}`}
          keywords={['appearance', 'mode']}
          onSelect={() => {
            setTheme(value);
            done();
          }}
        >
          <Icon aria-hidden />
          {label}
        </CommandItem>
      ))}
    </CommandGroup>
  );
}
