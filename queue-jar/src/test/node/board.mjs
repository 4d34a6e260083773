// Bull Board over one queue: `node board.mjs PORT QUEUE`. Prints the port on which it listens; ends with its input.
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import bullmq from 'bullmq';
import express from 'express';

const [, , port, name] = process.argv;
const queue = new bullmq.Queue(name, { connection: { host: '127.0.0.1', port: Number(port), maxRetriesPerRequest: null } });
const serverAdapter = new ExpressAdapter();
createBullBoard({ queues: [new BullMQAdapter(queue)], serverAdapter });
const app = express();
app.use(serverAdapter.getRouter());
const server = app.listen(0, '127.0.0.1', () => console.log(server.address().port));
process.stdin.on('end', () => process.exit(0)).resume();
