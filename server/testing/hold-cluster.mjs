/** A process that needs the cluster of a folder: prints one line of JSON when it has it, lets go when stdin closes. */
import { openCluster } from '../../scripts/lib/pg/cluster.mjs';

const cluster = await openCluster(process.argv[2] ?? '', { fast: true });
cluster.onDeath(() => process.stdout.write('{"died":true}\n'));
process.stdout.write(`${JSON.stringify({ url: cluster.url, started: cluster.started })}\n`);
process.stdin.resume();
process.stdin.on('end', () => void cluster.close().then(() => process.exit(0)));
setInterval(() => {}, 60_000);
