// Opens an index file as a layer: views on its bytes, from which entities are made when asked for.

import { Dictionary } from './dictionary';
import type { Alias, Entity } from './entity';
import { type Column, decode, IndexError, openFile } from './file';
import { type About, KINDS, NONE, ORIGINS, type Rest, SECTIONS } from './write';

/** One index. Entities go by their number in it, 0 to `size` − 1; terms by their rank among the light keys. */
export interface Layer {
  readonly about: Required<About>;
  readonly size: number;
  readonly columns: Readonly<Record<(typeof SECTIONS)[number], Column>>;
  /** Light keys → entities. */
  readonly terms: Dictionary;
  /** Words of light keys after the first → terms. */
  readonly words: Dictionary;
  /** Skeletons → terms. */
  readonly skeletons: Dictionary;
  /** Pairs of skeletons → skeletons. */
  readonly pairs: Dictionary;
  /** Text of a label (type, countries, division) by its number. */
  label(number: number): string;
  /** Names of an entity, the canonical one first. */
  names(number: number): string[];
  id(number: number): string;
  entity(number: number): Entity;
  /** Number of the entity with this id; -1 when there is none. */
  find(id: string): number;
}

/** Opens an index. Throws `IndexError` when the file is foreign, cut short, damaged or of another version. */
export function openIndex(file: Uint8Array | ArrayBuffer): Layer {
  const sections = openFile(file, SECTIONS.length);
  const columns = Object.fromEntries(SECTIONS.map((name, i) => [name, sections[i]])) as Layer['columns'];
  const about = JSON.parse(text(columns.about, 0, columns.about.length)) as Required<About>;
  return new OpenLayer(about, columns);
}

function text(bytes: Column, from: number, to: number): string {
  if (!(bytes instanceof Uint8Array)) throw new IndexError('This gazetteer is damaged: a text is kept as numbers.');
  return decode(bytes, from, to);
}

const dictionary = (starts: Column, bytes: Column) => {
  if (!(bytes instanceof Uint8Array))
    throw new IndexError('This gazetteer is damaged: a list of names is kept as numbers.');
  return new Dictionary(starts, bytes);
};

class OpenLayer implements Layer {
  readonly size: number;
  readonly terms: Dictionary;
  readonly words: Dictionary;
  readonly skeletons: Dictionary;
  readonly pairs: Dictionary;
  private readonly labelTexts: (string | undefined)[] = [];
  /** How many entities at the start have a GeoNames number for an id. */
  private readonly numbered: number;

  constructor(
    readonly about: Required<About>,
    readonly columns: Layer['columns'],
  ) {
    this.size = columns.id.length;
    this.terms = dictionary(columns.termStarts, columns.terms);
    this.words = dictionary(columns.wordStarts, columns.words);
    this.skeletons = dictionary(columns.skeletonStarts, columns.skeletons);
    this.pairs = dictionary(columns.pairStarts, columns.pairs);
    this.numbered = halve(this.size, i => columns.id[i] === NONE);
  }

  label(number: number): string {
    const ends = this.columns.labelEnds;
    this.labelTexts[number] ??= text(this.columns.labels, ends[number - 1] ?? 0, ends[number] ?? 0);
    return this.labelTexts[number];
  }

  names(number: number): string[] {
    const ends = this.columns.nameEnds;
    return text(this.columns.names, ends[number - 1] ?? 0, ends[number] ?? 0).split('\n');
  }

  id(number: number): string {
    return this.rest(number).id ?? `geonames:${this.columns.id[number]}`;
  }

  entity(number: number): Entity {
    const c = this.columns;
    const names = this.names(number);
    const rest = this.rest(number);
    const countries = this.label(c.countries[number]!);
    const [from, to] = [c.from[number]!, c.to[number]!];
    const [latitude, longitude] = [c.latitude[number]!, c.longitude[number]!];
    const dates = rest.aliasDates ?? {};
    return {
      id: rest.id ?? `geonames:${c.id[number]}`,
      kind: KINDS[c.kind[number]!] ?? 'place',
      origin: ORIGINS[c.origin[number]!] ?? 'geonames',
      name: names[0] ?? '',
      aliases: names.slice(1).map((name, i) => withDates(name, dates[i + 1])),
      type: this.label(c.type[number]!),
      countries: countries === '' ? [] : countries.split(' '),
      division: this.label(c.division[number]!),
      district: this.label(c.district[number]!),
      ...(latitude === NONE ? {} : { latitude: degrees(latitude), longitude: degrees(longitude) }),
      uncertaintyKm: c.uncertainty[number]! / 10,
      population: c.population[number]!,
      ...(from === 0 && to === 0 ? {} : { active: { from: day(from), to: day(to) } }),
      note: rest.note ?? '',
    };
  }

  find(id: string): number {
    const { id: ids } = this.columns;
    if (id.startsWith('geonames:')) {
      const wanted = Number(id.slice(9));
      const at = halve(this.numbered, i => ids[i]! >= wanted);
      if (at < this.numbered && ids[at] === wanted) return at;
    }
    const at = this.numbered + halve(this.size - this.numbered, i => (this.rest(this.numbered + i).id ?? '') >= id);
    return at < this.size && this.rest(at).id === id ? at : -1;
  }

  private rest(number: number): Rest {
    const ends = this.columns.restEnds;
    const [from, to] = [ends[number - 1] ?? 0, ends[number] ?? 0];
    return from === to ? {} : (JSON.parse(text(this.columns.rest, from, to)) as Rest);
  }
}

function withDates(name: string, dates: readonly [from: string, to: string] | undefined): Alias {
  return dates === undefined ? { text: name } : { text: name, from: dates[0], to: dates[1] };
}

/** Degrees from the hundred-thousandths above −180 that a column keeps. */
export function degrees(kept: number): number {
  return Math.round(kept - 180e5) / 1e5;
}

function day(kept: number): string {
  if (kept === 0) return '';
  const parts = [String(Math.floor(kept / 10000)).padStart(4, '0')];
  const [month, date] = [Math.floor(kept / 100) % 100, kept % 100];
  if (month > 0) parts.push(String(month).padStart(2, '0'));
  if (date > 0) parts.push(String(date).padStart(2, '0'));
  return parts.join('-');
}

/** The first number from 0 to `size` for which the test holds, where it holds for all after it. */
function halve(size: number, test: (i: number) => boolean): number {
  let [low, high] = [0, size];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
