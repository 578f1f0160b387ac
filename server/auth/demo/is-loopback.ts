/** Whether a host or address, with or without a port, is this machine. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase();
  if (name === '::1' || /^\[::1\](:\d+)?$/.test(name)) return true;
  const bare = name.replace(/^::ffff:/, '').replace(/:\d+$/, '');
  return bare === 'localhost' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(bare);
}
