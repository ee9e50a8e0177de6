// How fast the shipped index opens, resolves and completes, and how much memory it takes.
import fs from 'node:fs';
import path from 'node:path';
import { gazetteer } from '../../server/gazetteer/gazetteer';
import { openIndex } from '../../server/gazetteer/read';
import { quantiles } from './peer';

const timed = (times: number, work: (i: number) => unknown): number[] =>
  Array.from({ length: times }, (_, i) => {
    const began = performance.now();
    work(i);
    return performance.now() - began;
  });

/** Prints the figures. */
export async function run(root: string): Promise<void> {
  const file = path.join(root, 'dist/gazetteer.bin');
  const before = process.memoryUsage();
  const began = performance.now();
  const layer = openIndex(fs.readFileSync(file));
  const first = performance.now() - began;
  const after = process.memoryUsage();
  const kept = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
  const show = (name: string, figures: string) => console.log(`${name.padEnd(52)} ${figures}`);
  const milliseconds = ({ p50, p95 }: { p50: number; p95: number }) =>
    `p50 ${p50.toFixed(3)} ms   p95 ${p95.toFixed(3)} ms`;
  show('index on disk', `${(fs.statSync(file).size / 1e6).toFixed(1)} MB`);
  show('read and opened, first time', `${first.toFixed(1)} ms`);
  show('read and opened, again', milliseconds(quantiles(timed(20, () => openIndex(fs.readFileSync(file))))));
  show('memory it keeps', `${(kept / 1e6).toFixed(1)} MB`);

  const names = gazetteer([layer]);
  const sample = Array.from({ length: 2000 }, (_, i) => layer.entity((i * 7919) % layer.size));
  for (const countries of [[], ['SY']]) {
    const where = countries.length ? 'a country given' : 'whole world';
    const resolved = timed(2000, i => names.resolve({ text: sample[i]!.name, kind: sample[i]!.kind, countries }));
    show(`resolve a name, ${where}`, milliseconds(quantiles(resolved)));
    for (const letters of [1, 2, 3, 5]) {
      const prefixes = [...new Set(sample.map(({ name }) => name.slice(0, letters)))].slice(0, 300);
      const listed = timed(prefixes.length, i =>
        names.complete({ text: prefixes[i]!, kind: 'place', countries, limit: 50 }),
      );
      show(
        `50 completions of ${letters} ${letters > 1 ? 'letters' : 'letter'}, ${where}`,
        milliseconds(quantiles(listed)),
      );
    }
  }
}
