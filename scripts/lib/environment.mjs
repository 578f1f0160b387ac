/** What each process may know. The owner's URL goes to migrations and the command line, never to the servers. */

/** For the web application and its worker. */
export function serverEnvironment(launch, base = process.env) {
  const { DATABASE_URL: _owner, ...env } = base;
  return {
    ...env,
    PORT: String(launch.port),
    STEMMA_URL: base.STEMMA_URL || `http://127.0.0.1:${launch.port}`,
    STEMMA_DATA: launch.data,
    APP_DATABASE_URL: launch.database.appUrl,
    STEMMA_AUTH_SECRET: launch.secrets.authSecret,
    STEMMA_SETUP_CODE: launch.secrets.setupCode,
    STEMMA_DEMO: wantsDemo(launch.database, base) ? '1' : '0',
    NEXT_TELEMETRY_DISABLED: '1',
  };
}

/** For the migrations, the command line and the benchmarks. */
export function ownerEnvironment(launch, base = process.env) {
  return { ...serverEnvironment(launch, base), DATABASE_URL: launch.database.ownerUrl };
}

/** The demo comes with our own database; in somebody else's only when asked for. */
export function wantsDemo(database, base = process.env) {
  if (base.STEMMA_DEMO !== undefined && base.STEMMA_DEMO !== '') return base.STEMMA_DEMO === '1';
  return !database.external;
}
