// Completions that come from the gazetteer and the workspace: places, groups, sources, events.
import type { Entity, Match } from '../../gazetteer/entity';
import { ledOn } from '../../gazetteer/nearestActor';
import type { Spot } from '../../semantics/caret';
import { isDay, readDate } from '../../semantics/dates';
import { isLatinText } from '../../semantics/direction';
import { entityOf } from '../../semantics/meaning';
import { mentionsIn, type Position } from '../../semantics/mentions';
import { typeInWords, whereInWords, writeName, writtenName } from '../../semantics/naming';
import type { Scope } from '../../semantics/scope';
import type { Snapshot } from '../../semantics/snapshot';
import { type Block, blockAt, fieldOf } from '../../syntax/tree';
import { usesOf } from './counted';
import type { Item } from './item';

/** The score from which on a name really begins with what is written, and does not only sound like it. */
const SURE = 0.9;

/** Entries listed at a time. */
export const PAGE = 50;

/** Entries that begin with what is written, ranked by the report's countries, the event's other places, use in the workspace, and size. */
export function nameItems(
  kind: 'place' | 'actor',
  written: string,
  position: Position,
  spot: Spot,
  snapshot: Snapshot,
): { items: Item[]; sure: boolean } {
  const { scope, block } = spot;
  const { matches: all } = scope.gazetteer.complete({
    ...scope.query(kind, written),
    near: pointsOf(block, scope, spot),
    used: usesOf(snapshot, scope),
    ...dayOf(block),
    limit: PAGE,
  });
  const matches = withoutFarFetched(all, scope);
  const led = kind === 'actor' && written.length >= LEAST_OF_PERSON ? ledItems(written, position, spot, matches) : [];
  const named = matches.map(match => inScript(written, match, scope, position) ?? item(kind, match, scope, position));
  const sure = matches.some(({ score }) => score >= SURE);
  // A person's name that begins so comes before groups whose names are only like it.
  return { items: sure ? [...named, ...led] : [...led, ...named], sure: sure || led.length > 0 };
}

/**
 * Names that only sound like what is written are worth reading as long as none begins so. Once one does, those of the report's own countries
 * stay until it is one of these that begins so.
 */
function withoutFarFetched(matches: readonly Match[], { countries }: Scope): readonly Match[] {
  const isHome = ({ entity }: Match) => entity.countries.some(country => countries.includes(country));
  const sure = matches.filter(({ score }) => score >= SURE);
  if (sure.length === 0) return matches;
  return sure.some(isHome) ? sure : matches.filter(match => match.score >= SURE || isHome(match));
}

/** Letters of a person's name from which on the groups that he or she led are listed. */
const LEAST_OF_PERSON = 3;
const MOST_PEOPLE = 5;

/** The groups led by people whose name begins with what is written, those led on the event's date first. */
function ledItems(written: string, position: Position, { scope, block }: Spot, listed: readonly Match[]): Item[] {
  const { day } = dayOf(block);
  const known = new Set(listed.map(({ entity }) => entity.id));
  const { matches } = scope.gazetteer.complete({ ...scope.query('person', written), limit: MOST_PEOPLE });
  const posts = matches
    .filter(({ score }) => score >= SURE)
    .flatMap(({ entity }) => (entity.led ?? []).map(led => ({ led, name: entity.name })));
  posts.sort((a, b) => Number(ledOn(b.led, day)) - Number(ledOn(a.led, day)));
  return posts.flatMap(({ led, name }) => {
    const entity = known.has(led.id) ? undefined : scope.gazetteer.byId(led.id);
    if (entity === undefined) return [];
    known.add(led.id);
    return [item('actor', { entity, alias: `led by ${name}`, score: SURE }, scope, position)];
  });
}

function item(kind: 'place' | 'actor', { entity, alias }: Match, scope: Scope, position: Position): Item {
  const as = alias !== entity.name ? `${alias} · ` : '';
  return {
    label: entity.name,
    detail: `${as}${[kindOf(entity), whereInWords(entity)].filter(Boolean).join(' · ')}`,
    kind,
    insert: writeName(entity, scope, position),
    entity: entity.id,
  };
}

/** The name in the script that the author writes in, as a source in that script has it; undefined where it is Latin or means others too. */
function inScript(written: string, { entity, alias }: Match, scope: Scope, position: Position): Item | undefined {
  if (isLatinText(written) || isLatinText(alias)) return;
  const insert = writtenName(entity, scope, position, alias);
  if (insert === undefined || insert.endsWith(']')) return;
  const detail = [entity.name, kindOf(entity), whereInWords(entity)].filter(Boolean).join(' · ');
  return { label: alias, detail, kind: entity.kind === 'actor' ? 'actor' : 'place', insert, entity: entity.id };
}

/** Settlements go without a word for what they are: most places are. */
const kindOf = (entity: Entity): string => (/^PPL|^STLMT/.test(entity.type) ? '' : typeInWords(entity));

/** Points of the block's other places. */
function pointsOf(block: Block, scope: Scope, { mention }: Spot) {
  return mentionsIn(block).flatMap(other => {
    const entity = other.topic === 'place' && other !== mention ? entityOf(other, scope) : undefined;
    const { latitude, longitude } = entity ?? {};
    return latitude !== undefined && longitude !== undefined ? { latitude, longitude } : [];
  });
}

function dayOf(block: Block): { day?: string } {
  const date = readDate(fieldOf(block, 'date')?.value.trim() ?? '');
  return date.ok && isDay(date.value.earliest) ? { day: date.value.earliest } : {};
}

/** Sources of the workspace; those already cited in the file first. */
export function sourceItems({ scope, file }: Spot): Item[] {
  const here = new Set(file.tree.blocks.filter(({ kind }) => kind === 'source').map(({ title }) => title?.text));
  const { sources } = scope.definitions;
  return [...sources.keys()]
    .map(id => {
      const source = sources.get(id)?.[0];
      const line = (key: string) => (source && fieldOf(source.block, key)?.value.trim()) ?? '';
      return {
        label: id,
        detail: [line('publisher'), line('published')].filter(Boolean).join(' · '),
        kind: 'source' as const,
        documentation: line('title'),
      };
    })
    .sort((a, b) => Number(here.has(b.label)) - Number(here.has(a.label)));
}

export const eventItems = ({ scope, block }: Spot): Item[] =>
  [...scope.definitions.events.keys()]
    .filter(id => id !== block.title?.text)
    .map(label => ({ label, detail: '', kind: 'event' }));

/** The source that the last event above the caret cites, else the last one defined there; undefined when there is none. */
export function sourceAbove({ file, start }: Spot): string | undefined {
  const { blocks } = file.tree;
  for (let i = blockAt(file.tree, start); i >= 0; i--) {
    const block = blocks[i]!;
    if (block.kind === 'source' && block.title?.text) return block.title.text;
    const cited = mentionsIn(block).find(({ topic, role }) => topic === 'source' && role === 'use');
    if (block.kind === 'event' && cited) return cited.text;
  }
  return;
}
