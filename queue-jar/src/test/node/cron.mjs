// What BullMQ's cron parser makes of the lines of its input: "pattern|zone|millis" becomes the next millis, "none" or "bad".
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
const { CronExpressionParser } = createRequire(import.meta.url)('cron-parser');

for await (const line of createInterface({ input: process.stdin })) {
  const [pattern, tz, millis] = line.split('|');
  let next = 'bad';
  try {
    const expression = CronExpressionParser.parse(pattern, { tz, currentDate: new Date(Number(millis)) });
    next = 'none';
    next = expression.next().getTime();
  } catch {
    // Which of the two it is stands in next.
  }
  console.log(next);
}
