/** Once per server process, before the first request. */
export async function register(): Promise<void> {
  // Next replaces this by a constant, so that no other runtime gets a copy.
  // eslint-disable-next-line no-restricted-properties
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { boot } = await import('./server/api/boot');
    await boot();
  }
}
