// The people who led groups, as entries of their own, out of the `leader` fields of `actor` blocks.
import type { Entity, Led } from '../gazetteer/entity';
import { lightKey } from '../gazetteer/fold';
import { personIn } from '../gazetteer/nearestActor';
import { type EntryBlock, entryId, namesOf, slug } from './entries';
import type { Scope } from './scope';

/** One entry for each person named as a leader, with the groups; namesakes within the blocks are taken for one person. */
export function leadersOf(
  blocks: readonly EntryBlock[],
  entries: readonly Entity[],
  origin: 'qalam' | 'workspace',
): Entity[] {
  const groups = new Map(entries.map(entry => [entry.id, entry]));
  const people = new Map<string, { name: string; led: Led[]; countries: Set<string> }>();
  for (const block of blocks) {
    if (block.kind !== 'actor') continue;
    for (const { text, from = '', to = '' } of namesOf(block, 'leader')) {
      const group = groups.get(entryId(block, origin));
      const key = lightKey(text);
      if (group === undefined || key === '') continue;
      const person = people.get(key) ?? { name: text, led: [], countries: new Set<string>() };
      person.led.push({ id: group.id, from, to });
      for (const country of group.countries) person.countries.add(country);
      people.set(key, person);
    }
  }
  return [...people.values()].map(({ name, led, countries }) => ({
    id: `${origin}:person:${slug(name)}`,
    kind: 'person',
    origin,
    name,
    aliases: [],
    type: 'leader',
    countries: [...countries],
    division: '',
    uncertaintyKm: 0,
    population: 0,
    note: '',
    led: led.sort((a, b) => years(b) - years(a)),
  }));
}

/** For how many years somebody led a group, roughly; to this day where that is open, and 0 where the beginning is not known. */
const years = ({ from, to }: Led): number =>
  from === '' ? 0 : Number(to.slice(0, 4) || OPEN) - Number(from.slice(0, 4));
const OPEN = 2100;

/** Somebody known as the leader of groups, who stands where a group should. */
export interface Leader {
  readonly name: string;
  /** The groups, the one led longest first. */
  readonly groups: readonly { readonly entity: Entity; readonly led: Led }[];
}

/** The person that a text names, alone or as in `forces loyal to Khalifa Haftar`; undefined when it names nobody who is known. */
export function leaderIn(text: string, scope: Scope): Leader | undefined {
  const meaning = scope.resolve('person', personIn(text));
  const people =
    meaning.kind === 'resolved'
      ? [meaning.entity]
      : meaning.kind === 'ambiguous'
        ? meaning.candidates.map(({ entity }) => entity)
        : [];
  const groups = people.flatMap(({ led = [] }) =>
    led.flatMap(one => {
      const entity = scope.gazetteer.byId(one.id);
      return entity ? [{ entity, led: one }] : [];
    }),
  );
  const [person] = people;
  return person && groups.length ? { name: person.name, groups } : undefined;
}
