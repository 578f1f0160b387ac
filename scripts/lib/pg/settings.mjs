/** The server's settings, given at every start so that an old cluster gets the new ones too. */

const always = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_preload_libraries: 'pg_stat_statements',
  max_connections: 200,
  shared_buffers: '256MB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  random_page_cost: 1.1,
  // Queries here take less than compiling them would.
  jit: 'off',
  // A new project is planned for within seconds, not a minute.
  autovacuum_naptime: '10s',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
  log_checkpoints: 'off',
};

/** For clusters that hold nothing but tests: a power cut may cost them, so tests start them anew. */
const careless = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: 0,
  shared_buffers: '128MB',
};

/** Arguments for `postgres`. */
export function serverArguments({ data, port, fast }) {
  const settings = { ...always, ...(fast ? careless : {}), port };
  return [
    '-D',
    data,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}
