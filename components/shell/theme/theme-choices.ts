import { Monitor, Moon, Sun } from 'lucide-react';

/** How each theme is shown wherever one can be chosen. */
export const THEME_CHOICES = [
  { value: 'system', label: 'System', icon: Monitor },
  { value: 'light', label: 'Light', icon: Sun },
  { value: 'dark', label: 'Dark', icon: Moon },
] as const;
