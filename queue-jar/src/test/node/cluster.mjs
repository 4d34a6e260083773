// Node at a cluster, through ioredis: `node cluster.mjs HOST:PORT,... ITS-QUEUE JAVAS-QUEUE`. It does the jobs of the one and adds to
// the other as many as each line of its input says, each again until it is there. Ends with its input.
import { createInterface } from 'node:readline';
import ioredis from 'ioredis';
const { Queue, Worker } = (await import('bullmq')).default;

const [, , seeds, own, javas] = process.argv;
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

let next = 0;
for await (const jobs of createInterface({ input: process.stdin })) {
  for (const end = next + Number(jobs); next < end; next++) {
    for (let added = false; !added; ) {
      added = await queue.add('echo', next, { jobId: `from-node-${next}` }).then(() => true, () => new Promise((later) => setTimeout(later, 50)));
    }
  }
  console.log(`added ${jobs}`);
}
process.exit(0);
