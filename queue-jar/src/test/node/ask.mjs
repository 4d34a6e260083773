// Node's own classes, asked from Java: `node ask.mjs PACKAGE PORT QUEUE`. A line is {"of": "queue" | "flows" | {"job": ID}, "call": NAME,
// "args": [...]}, its answer {"value": ...} or {"error": TEXT}. Ends with its input.
import { createInterface } from 'node:readline';

const [, , pkg, port, name] = process.argv;
const { Queue, FlowProducer } = (await import(pkg)).default;
const connection = { host: '127.0.0.1', port: Number(port), maxRetriesPerRequest: null };
const queue = new Queue(name, { connection });
const flows = new FlowProducer({ connection });
await Promise.all([queue.waitUntilReady(), flows.waitUntilReady()]);

// Jobs know their queue and more: what is left are ids, as Java sees them.
const plain = (key, value) => (value?.queueQualifiedName ? { id: value.id, name: value.name, state: value.finishedOn ? 'finished' : 'open' } : value);

console.log('ready');
for await (const line of createInterface({ input: process.stdin })) {
  const { of, call, args } = JSON.parse(line);
  try {
    const target = of === 'flows' ? flows : of === 'queue' ? queue : await queue.getJob(of.job);
    console.log(JSON.stringify({ value: (await target[call](...args)) ?? null }, plain));
  } catch (error) {
    console.log(JSON.stringify({ error: String(error.message) }));
  }
}
await Promise.all([queue.close(), flows.close()]);
process.exit(0);
