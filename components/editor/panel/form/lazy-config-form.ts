import { lazy } from 'react';

/** The form library is not needed to look around: it comes after the canvas. */
export const loadConfigForm = () => import('./ConfigForm');

export const LazyConfigForm = lazy(() =>
  loadConfigForm().then((form) => ({ default: form.ConfigForm })),
);
