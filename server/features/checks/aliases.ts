// Names in definitions that would not be found, or would be found twice.
import { countryCode } from '../../gazetteer/countries';
import type { Entity } from '../../gazetteer/entity';
import { lightKey } from '../../gazetteer/fold';
import { definesEntry, entryId, namesOf } from '../../semantics/entries';
import { type Mention, mentionsIn } from '../../semantics/mentions';
import { inWords } from '../../semantics/naming';
import type { Block } from '../../syntax/tree';
import { replace } from '../../text/edit';
import { span } from '../../text/span';
import type { Problem, Rule, RuleFacts, Subject } from './rule';

/** The names that a block gives to its entry. */
const namesIn = (block: Block): readonly Mention[] =>
  definesEntry(block) ? mentionsIn(block).filter(({ role }) => role !== 'use') : [];

/** A check of the names that a place or group is given. */
const ofNames = (
  facts: Omit<RuleFacts, 'severity'>,
  find: (names: readonly Mention[], subject: Subject) => Iterable<Problem>,
): Rule => ({
  blocks: ['place', 'actor'],
  severity: 'warning',
  ...facts,
  check: subject => find(namesIn(subject.block), subject),
});

export const repeated: Rule = ofNames(
  {
    code: 'alias.repeated',
    means: 'A place or group has the same name twice.',
    why: 'One of the two was meant to be another spelling, or can go.',
    example: 'place "Old Quarry"\n  location: 33.6, 36.7\n  also: The Quarry, The Quarry',
    instead: 'Take one of them out; the fix does.',
  },
  function* (names, { block }) {
    const seen = new Set<string>();
    for (const { text, span: at, role, field } of names) {
      const dated = field && /^\s*\(/.test(block.source.slice(at.end));
      // What another codebook calls it may be a name that it has anyway.
      if (seen.has(text) && role === 'alias' && !dated && field?.key.text !== 'ucdp') {
        const { source } = block;
        const comma = /^\s*[,،;]\s*/.exec(source.slice(at.end));
        const before = /[,،;]\s*$/.exec(source.slice(0, at.start));
        const out = comma ? span(at.start, at.end + comma[0].length) : before ? span(before.index, at.end) : null;
        yield {
          span: at,
          message: `“${text}” already stands above.`,
          fixes: () => (out ? [{ title: 'Take it out', edits: [replace(out, '')], preferred: true }] : []),
        };
      }
      seen.add(text);
    }
  },
);

export const taken: Rule = ofNames(
  {
    code: 'alias.taken',
    means:
      'Another place of the same town or division, or another group of the same country, has the same name at the same time. Short forms may be shared.',
    why: 'Wherever the name stands, nobody can tell which of the two is meant.',
    example:
      'actor "Plain Lions"\n  kind: rebel group\n  also: The Lions\nactor "Hill Lions"\n  kind: rebel group\n  also: The Lions',
    instead:
      'Take the name away from one of the two, or say with an interval when each was called so: `The Lions (2011/2013)`. Without one, `active` says it. Where both really are called so, leave it to the report: `# qalam-ignore alias.taken`.',
  },
  function* (names, { block, scope }) {
    if (!definesEntry(block)) return;
    const own = entryId(block, 'workspace');
    const dated = ['also', 'formerly', 'acronym'].flatMap(key => namesOf(block, key));
    const self = scope.gazetteer.byId(own);
    for (const { text, span: at, topic, role, field } of names) {
      if (role !== 'alias' || (topic !== 'place' && topic !== 'actor')) continue;
      if (field && /^(?:acronym|ucdp)$/.test(field.key.text)) continue;
      const resolution = scope.resolve(topic, text);
      const meant =
        resolution.kind === 'resolved'
          ? [resolution.entity]
          : resolution.kind === 'ambiguous'
            ? resolution.candidates.map(({ entity }) => entity)
            : [];
      const said = dated.find(alias => alias.text === text);
      const interval = said?.from || said?.to ? said : (self?.active ?? {});
      const other = meant.find(
        entity =>
          entity.origin === 'workspace' &&
          entity.id !== own &&
          (!self || areNeighbours(self, entity)) &&
          meets(entity, text, interval),
      );
      if (other)
        yield {
          span: at,
          message: `“${text}” is also a name of another ${topic === 'place' ? 'place' : 'group'} of the workspace, ${inWords(other)}.`,
        };
    }
  },
);

/** Whether no country, division or town behind the name can tell the two apart. */
const areNeighbours = (one: Entity, other: Entity): boolean =>
  (one.countries.length === 0 || one.countries.some(country => other.countries.includes(country))) &&
  (one.kind === 'actor' ||
    (one.division === other.division && (!one.district || !other.district || one.district === other.district)));

interface Dated {
  readonly from?: string;
  readonly to?: string;
}

/** Whether the entity has the name at a time that the interval takes in. */
function meets({ name, aliases, active }: Entity, text: string, own: Dated): boolean {
  const key = lightKey(text);
  const theirs = aliases.filter(alias => lightKey(alias.text) === key);
  const times: readonly Dated[] = lightKey(name) === key || !theirs.length ? [{}] : theirs;
  return times.some(time => {
    const other = time.from || time.to ? time : (active ?? {});
    return !precedes(own, other) && !precedes(other, own);
  });
}

/** Whether the one ends before the other begins, or gives the name over to it in the month, or the year, that both name. */
function precedes({ to }: Dated, { from }: Dated): boolean {
  if (!to || !from) return false;
  const year = from.slice(0, 4);
  return to < from || to.slice(0, 7) === from.slice(0, 7) || (from === `${year}-01-01` && to === `${year}-12-31`);
}

export const brackets: Rule = ofNames(
  {
    code: 'name.brackets',
    means: 'A name has brackets in it.',
    why: 'In a report, brackets behind a name tell namesakes apart; a name that has its own is never found.',
    example: 'actor "Plain Lions (PL)"\n  kind: rebel group',
    instead: 'Write a short form as a name of its own: `also: PL`. The fix takes it out of the brackets.',
  },
  function* (names) {
    for (const { text, span: at, role, topic, field } of names) {
      // What another codebook calls it is read as that codebook writes it.
      if (field?.key.text === 'ucdp') continue;
      const [, name = '', inside = ''] = /^(.+?)\s*\(([^()]+)\)$/.exec(text) ?? [];
      // An area behind a place tells namesakes apart; a country or years behind a group are read either way.
      const tells =
        topic === 'place' ? /^\p{Lu}/u.test(inside) : (inside.length > 2 && countryCode(inside)) || /\d/.test(inside);
      if (!name || tells) continue;
      const others = names.map(other => other.text);
      const apart = [name, inside].filter(part => !others.includes(part));
      yield {
        span: at,
        message: `Brackets belong to no name. Write “${inside}” as a name of its own.`,
        fixes: () =>
          role === 'alias' ? [{ title: `Make it ${apart.join(', ')}`, edits: [replace(at, apart.join(', '))] }] : [],
      };
    }
  },
);

const scripts = [
  /\p{Script=Latin}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Georgian}/u,
  /\p{Script=Ethiopic}/u,
  /\p{Script=Devanagari}/u,
  /\p{Script=Bengali}/u,
  /\p{Script=Myanmar}/u,
];

export const mixed: Rule = ofNames(
  {
    code: 'name.scripts',
    means: 'A name mixes two scripts.',
    why: 'Either a comma between two names is missing, or a letter was taken from another alphabet where it looks the same.',
    example: 'place "Old Quarry"\n  location: 33.6, 36.7\n  also: Old Quarry المقلع القديم',
    instead: 'Put a comma between the two names, or write all letters in one script.',
  },
  function* (names) {
    for (const { text, span: at } of names) {
      // Numerals and short forms in capitals are Latin everywhere.
      const bare = text.replace(/\b[A-Z]{1,4}\b/g, '');
      if (scripts.filter(script => script.test(bare)).length > 1)
        yield { span: at, message: `“${text}” mixes two scripts. Is a comma missing between two names?` };
    }
  },
);
