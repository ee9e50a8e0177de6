// Opens an index file as a layer: views on its bytes, from which entities are made when asked for.

import { Dictionary, SECTIONS } from './dictionary';
import type { Alias, Entity } from './entity';
import { decode, openFile } from './file';
import { lightKey } from './fold';
import {
  type About,
  COLUMNS,
  type ColumnName,
  DICTIONARIES,
  type DictionaryName,
  day,
  degrees,
  KINDS,
  NONE,
  ORIGINS,
  plainSpelling,
  type Rest,
} from './layout';
import { type Column, unpackNumbers } from './numbers';
import { Pairs } from './pairs';
import { Texts } from './texts';

/** One index. Entities go by their number in it, 0 to `size` − 1; terms by their rank among the light keys. */
export interface Layer extends Readonly<Record<DictionaryName, Dictionary>> {
  readonly about: Required<About>;
  readonly size: number;
  readonly columns: Readonly<Record<ColumnName, Column>>;
  /** The pairs in skeletons, made when first asked for (some 30 ms for the world). */
  readonly pairs: Pairs;
  /** Text of a type by its number. */
  type(number: number): string;
  /** Text of a label (countries, division, district) by its number. */
  label(number: number): string;
  /** The canonical name of an entity. */
  name(number: number): string;
  /** The spelling of an entity's name that has this light key. */
  spelling(number: number, key: string): string;
  id(number: number): string;
  entity(number: number): Entity;
  /** Number of the entity with this id; -1 when there is none. */
  find(id: string): number;
}

const SECTION_COUNT = 1 + 4 * 3 + COLUMNS.length + SECTIONS * DICTIONARIES.length;

/** Opens an index. Throws `IndexError` when the file is foreign, cut short, damaged or of another version. */
export function openIndex(file: Uint8Array | ArrayBuffer): Layer {
  const sections = openFile(file, SECTION_COUNT);
  let at = 0;
  const next = () => sections[at++]!;
  const about = next();
  const texts = () => new Texts(next(), next(), next());
  const parts = {
    about: JSON.parse(decode(about, 0, about.length)) as Required<About>,
    types: texts(),
    labels: texts(),
    names: texts(),
    rests: texts(),
    columns: Object.fromEntries(COLUMNS.map(name => [name, unpackNumbers(next())])) as Record<ColumnName, Column>,
    dictionaries: Object.fromEntries(
      DICTIONARIES.map(name => [name, new Dictionary(Array.from({ length: SECTIONS }, next))]),
    ) as Record<DictionaryName, Dictionary>,
  };
  return new OpenLayer(parts);
}

interface Parts {
  readonly about: Required<About>;
  readonly types: Texts;
  readonly labels: Texts;
  readonly names: Texts;
  readonly rests: Texts;
  readonly columns: Readonly<Record<ColumnName, Column>>;
  readonly dictionaries: Readonly<Record<DictionaryName, Dictionary>>;
}

/** Ids of a layer's own that are listed when first one is looked for; of more, each is looked for where it lies. */
const MOST_LISTED = 2048;

class OpenLayer implements Layer {
  readonly about: Required<About>;
  readonly size: number;
  readonly columns: Layer['columns'];
  readonly terms: Dictionary;
  readonly words: Dictionary;
  readonly skeletons: Dictionary;
  readonly groups: Dictionary;
  private readonly labelTexts: (string | undefined)[] = [];
  private readonly typeTexts: (string | undefined)[] = [];
  /** How many entities at the start have a GeoNames number for an id. */
  private readonly numbered: number;
  private numbersById: Map<string, number> | undefined;
  private madePairs: Pairs | undefined;
  private termsByEntity: { readonly starts: Uint32Array; readonly terms: Uint32Array } | undefined;

  constructor(private readonly parts: Parts) {
    this.about = parts.about;
    this.columns = parts.columns;
    ({ terms: this.terms, words: this.words, skeletons: this.skeletons, groups: this.groups } = parts.dictionaries);
    this.size = this.columns.id.length;
    this.numbered = halve(this.size, i => this.columns.id[i] === NONE);
  }

  get pairs(): Pairs {
    this.madePairs ??= new Pairs(this.skeletons);
    return this.madePairs;
  }

  type(number: number): string {
    this.typeTexts[number] ??= this.parts.types.at(number);
    return this.typeTexts[number];
  }

  label(number: number): string {
    this.labelTexts[number] ??= this.parts.labels.at(number);
    return this.labelTexts[number];
  }

  name(number: number): string {
    return this.parts.names.lineAt(number);
  }

  spelling(number: number, key: string): string {
    const fits = (name: string) => mayFoldTo(name, key) && lightKey(name) === key;
    // A large city has a hundred names, of which the first is asked for most.
    const first = this.name(number);
    if (fits(first)) return first;
    const spelt = this.parts.names.at(number).split('\n').find(fits);
    return spelt ?? (this.terms.find(key) ? plainSpelling(key) : first);
  }

  id(number: number): string {
    const id = this.columns.id[number]!;
    return id === NONE ? this.ownId(number) : `geonames:${id}`;
  }

  entity(number: number): Entity {
    const c = this.columns;
    const rest = this.rest(number);
    const countries = this.label(c.countries[number]!);
    const aliases = () => this.aliases(number, rest);
    let made: readonly Alias[] | undefined;
    const entity: { -readonly [Key in keyof Entity]: Entity[Key] } = {
      id: rest.id ?? `geonames:${c.id[number]}`,
      kind: KINDS[c.kind[number]!] ?? 'place',
      origin: ORIGINS[c.origin[number]!] ?? 'geonames',
      name: this.name(number),
      // Most who ask for an entity do not want its other names, which cost more than all the rest.
      get aliases() {
        made ??= aliases();
        return made;
      },
      type: this.type(c.type[number]!),
      countries: countries === '' ? [] : countries.split(' '),
      division: this.label(c.division[number]!),
      district: this.label(c.district[number]!),
      uncertaintyKm: c.uncertainty[number]! / 10,
      population: c.population[number]!,
      note: rest.note ?? '',
    };
    if (rest.led !== undefined) entity.led = rest.led.map(([id, from, to]) => ({ id, from, to }));
    const latitude = c.latitude[number]!;
    if (latitude !== NONE) {
      entity.latitude = rest.point?.[0] ?? degrees(latitude);
      entity.longitude = rest.point?.[1] ?? degrees(c.longitude[number]!);
    }
    const [from, to] = [c.from[number]!, c.to[number]!];
    if (from !== 0 || to !== 0) entity.active = { from: day(from), to: day(to) };
    return entity;
  }

  find(id: string): number {
    const { id: ids } = this.columns;
    if (id.startsWith('geonames:')) {
      const wanted = Number(id.slice(9));
      const at = halve(this.numbered, i => ids[i]! >= wanted);
      if (at < this.numbered && ids[at] === wanted) return at;
    }
    if (this.size - this.numbered <= MOST_LISTED) return this.listed().get(id) ?? -1;
    const at = this.numbered + halve(this.size - this.numbered, i => this.id(this.numbered + i) >= id);
    return at < this.size && this.id(at) === id ? at : -1;
  }

  /** The entities whose id is no number of GeoNames. */
  private listed(): ReadonlyMap<string, number> {
    if (!this.numbersById) {
      this.numbersById = new Map();
      for (let i = this.size; i-- > this.numbered; ) this.numbersById.set(this.id(i), i);
    }
    return this.numbersById;
  }

  /** The id that is no number of GeoNames; '' for none. Looked for so often that all the rest stays unread where it can: it stands first. */
  private ownId(number: number): string {
    const plain = /^\{"id":"([^"\\]*)"/.exec(this.parts.rests.at(number));
    return plain ? plain[1]! : (this.rest(number).id ?? '');
  }

  private rest(number: number): Rest {
    const rest = this.parts.rests.at(number);
    return rest === '' ? {} : (JSON.parse(rest) as Rest);
  }

  /** The other names: those kept in full, then those whose spelling follows from their light key. */
  private aliases(number: number, rest: Rest): Alias[] {
    const names = this.parts.names.at(number).split('\n');
    const aliases: Alias[] = names.slice(1).map((text, i) => withDates(text, rest.aliasDates?.[i + 1]));
    if (ORIGINS[this.columns.origin[number]!] !== 'geonames') return aliases;
    const kept = new Set(names.map(lightKey));
    this.termsByEntity ??= this.invert();
    const { starts, terms } = this.termsByEntity;
    for (let i = starts[number]!; i < starts[number + 1]!; i++) {
      this.terms.go(terms[i]!);
      const key = this.terms.key;
      if (!kept.has(key)) aliases.push({ text: plainSpelling(key) });
    }
    return aliases;
  }

  // The file has the way from names to entities alone; the way back is made when first asked for (some 30 ms for the world).
  private invert(): { starts: Uint32Array; terms: Uint32Array } {
    const starts = new Uint32Array(this.size + 2);
    this.terms.walkRange(0, this.terms.size, (_, number) => {
      starts[number + 2]!++;
    });
    for (let i = 2; i < starts.length; i++) starts[i]! += starts[i - 1]!;
    const terms = new Uint32Array(starts[starts.length - 1]!);
    this.terms.walkRange(0, this.terms.size, (term, number) => {
      terms[starts[number + 1]!++] = term;
    });
    return { starts, terms };
  }
}

const A = 0x61;
const Z = 0x7a;

/**
 * Whether a name may have this light key, told quickly: folding every name of a large city would take longer than all the rest. Marks and
 * letter pairs change a length by little, the letters a to z stay what they are, and other scripts never become them.
 */
function mayFoldTo(name: string, key: string): boolean {
  if (Math.abs(name.length - key.length) > 2 + (key.length >> 2)) return false;
  const first = name.charCodeAt(0);
  if (first >= 0x370 && first < 0x1e00 && key.charCodeAt(0) <= Z) return false;
  let at = 0;
  for (let i = 0; i < name.length; i++) {
    const letter = name.charCodeAt(i) | 0x20;
    if (letter < A || letter > Z) continue;
    while (at < key.length && key.charCodeAt(at) !== letter) at++;
    if (at++ === key.length) return false;
  }
  return true;
}

function withDates(text: string, dates: readonly [from: string, to: string] | undefined): Alias {
  return dates === undefined ? { text } : { text, from: dates[0], to: dates[1] };
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
