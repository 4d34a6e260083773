// Node at a cluster, through ioredis: `node cluster.mjs HOST:PORT,... ITS-QUEUE JAVAS-QUEUE JOBS`. It does the jobs of the one and adds
// so many to the other, a few milliseconds apart, each again until it is there. Ends with its input.
import ioredis from 'ioredis';
const { Queue, Worker } = (await import('bullmq')).default;

const [, , seeds, own, javas, jobs] = process.argv;
const prefix = '{bull}';
const cluster = () =>
  new ioredis.Cluster(
    seeds.split(',').map((seed) => ({ host: seed.split(':')[0], port: Number(seed.split(':')[1]) })),
    { redisOptions: { maxRetriesPerRequest: null }, retryDelayOnTryAgain: 50, retryDelayOnMoved: 50, slotsRefreshInterval: 500 },
  );
const worker = new Worker(own, async (job) => job.data, { connection: cluster(), prefix, concurrency: 4, name: 'node', runRetryDelay: 200 });
worker.on('error', () => {});
const queue = new Queue(javas, { connection: cluster(), prefix });
queue.on('error', () => {});
await Promise.all([worker.waitUntilReady(), queue.waitUntilReady()]);
console.log('ready');

for (let i = 0; i < Number(jobs); i++) {
  for (let added = false; !added; ) {
    added = await queue.add('echo', i, { jobId: `from-node-${i}` }).then(() => true, () => new Promise((later) => setTimeout(later, 50)));
  }
  await new Promise((next) => setTimeout(next, 3));
}
console.log(`added ${jobs}`);
process.stdin.on('end', () => process.exit(0)).resume();
