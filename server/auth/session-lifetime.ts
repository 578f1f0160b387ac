/** A session ends this long after signing in, whatever happens. */
export const SESSION_LIFETIME_SECONDS = 30 * 24 * 3600;
/** It ends earlier when nobody used it for this long. */
export const SESSION_IDLE_SECONDS = 7 * 24 * 3600;
/** How coarsely use is written down. */
export const SESSION_TOUCH_SECONDS = 3600;
