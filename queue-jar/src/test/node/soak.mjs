// A Node worker of the soak: `node soak.mjs PORT QUEUE NAME`. The counterpart of SoakWorker.
import bullmq from 'bullmq';
import Redis from 'ioredis';

const [, , port, queue, name] = process.argv;
const connection = { host: '127.0.0.1', port: Number(port), maxRetriesPerRequest: null };
const effects = new Redis(connection);
effects.on('error', () => {});

const worker = new bullmq.Worker(
  queue,
  async (job) => {
    await new Promise((next) => setTimeout(next, job.data.ms));
    await effects.hsetnx(`${queue}-effects`, job.id, name);
    await effects.hincrby(`${queue}-runs`, name, 1);
    return name;
  },
  { connection, name, concurrency: 5, lockDuration: 2_000, stalledInterval: 1_000, maxStalledCount: 1_000 },
);
worker.on('error', () => {});
console.log('ready');
process.stdin.on('end', () => process.exit(0)).resume();
