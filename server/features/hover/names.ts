// What a hover says about a name: a place, a group, a source, an event.

import { genericActor } from '../../gazetteer/generic';
import { card } from '../../semantics/cards';
import type { Spot } from '../../semantics/caret';
import { readDate } from '../../semantics/dates';
import { dateInWords } from '../../semantics/dateWords';
import { sourceOf } from '../../semantics/definitions';
import { eventTypeOf, type KnownType } from '../../semantics/eventTypes';
import { plain } from '../../semantics/markdown';
import { identityOf, meaningOf } from '../../semantics/meaning';
import type { Topic } from '../../semantics/mentions';
import { inWords, typeInWords } from '../../semantics/naming';
import { type Relations, relationsOf } from '../../semantics/relations';
import type { Snapshot } from '../../semantics/snapshot';
import { usesInWords, usesOf } from '../../semantics/uses';
import { type Block, fieldOf } from '../../syntax/tree';
import type { Hover } from '.';

/** Undefined when the pointer is on no name. Ends with how much of the workspace speaks of it. */
export function aboutName(spot: Spot, snapshot: Snapshot): Hover | undefined {
  const found = meaningAt(spot, snapshot);
  if (!found || !spot.mention) return found;
  const words = usesInWords(usesOf(snapshot, identityOf(spot.mention, spot.scope)));
  return words ? { ...found, markdown: `${found.markdown}\n\n${verbs[spot.mention.topic]} ${words}` } : found;
}

const verbs: Readonly<Record<Topic, string>> = {
  source: 'Cited by',
  place: 'Named in',
  actor: 'Named in',
  event: 'Named in',
  'event type': 'Type of',
};

function meaningAt({ mention, scope, block }: Spot, snapshot: Snapshot): Hover | undefined {
  if (!mention) return;
  const { topic, text, span, role } = mention;
  if (topic === 'source') {
    const source = role === 'definition' ? block : sourceOf(scope.definitions, text)?.block;
    return { span, markdown: source ? sourceCard(source) : `No source “${plain(text)}” is defined.` };
  }
  if (topic === 'event') {
    const event = role === 'definition' ? block : eventNamed(snapshot, text);
    return { span, markdown: event ? eventCard(event, snapshot) : `No event “${plain(text)}” is defined.` };
  }
  if (topic === 'event type') {
    const type = eventTypeOf(text, scope.definitions);
    return { span, markdown: type ? typeCard(type) : `No event type “${plain(text)}” is defined.` };
  }
  const resolution = meaningOf(mention, scope);
  if (resolution.kind === 'resolved') return { span, markdown: card(resolution.entity) };
  if (resolution.kind === 'ambiguous') return { span, markdown: `Could be any of\n\n${list(resolution.candidates)}` };
  const generic = topic === 'actor' ? genericActor(text) : undefined;
  if (generic)
    return {
      span,
      markdown: `**${generic.name}** · ${generic.kind}\n\nA generic actor: the source does not name anyone.`,
    };
  const near = scope.nearest(topic, text, mention.qualifier);
  return { span, markdown: near.length ? `Not known. Near it are\n\n${list(near)}` : 'Not known.' };
}

const typeCard = ({ term, means, base }: KnownType): string =>
  [
    `**${plain(term)}** · event type · defined in this workspace`,
    plain(means),
    base ? `A kind of ${plain(base.term)}${base.family && ` · ACLED: ${base.family}`}` : 'It stands by itself.',
  ]
    .filter(Boolean)
    .join('\n\n');

const list = (matches: readonly { entity: Parameters<typeof inWords>[0] }[]): string =>
  matches
    .slice(0, 8)
    .map(({ entity }) => `- ${plain(inWords(entity))} (${typeInWords(entity)}, \`${entity.id}\`)`)
    .join('\n');

const line = (block: Block, key: string): string => fieldOf(block, key)?.value.replace(/\s+/g, ' ').trim() ?? '';

function sourceCard(block: Block): string {
  const published = readDate(line(block, 'published'));
  const facts = [
    line(block, 'kind'),
    published.ok ? `published ${dateInWords(published.value)}` : '',
    line(block, 'language'),
    line(block, 'reliability') && `reliability ${line(block, 'reliability')}`,
  ];
  const title = line(block, 'title');
  return [
    `**${plain(line(block, 'publisher') || block.title?.text || 'source')}**${title ? ` · ${plain(title)}` : ''}`,
    facts.filter(Boolean).map(plain).join(' · '),
    line(block, 'url') && `<${line(block, 'url')}>`,
    line(block, 'archive') && `Archived: <${line(block, 'archive')}>`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

function eventNamed({ files, definitions }: Snapshot, id: string): Block | undefined {
  const uri = definitions.events.get(id)?.[0];
  return uri === undefined
    ? undefined
    : files.get(uri)?.tree.blocks.find(({ kind, title }) => kind === 'event' && title?.text === id);
}

const eventCard = (block: Block, snapshot: Snapshot): string =>
  [
    `**${plain(line(block, 'title') || block.title?.text || 'event')}**`,
    [line(block, 'type'), line(block, 'date'), line(block, 'place')].filter(Boolean).map(plain).join(' · '),
    relationsInWords(relationsOf(snapshot, block)),
  ]
    .filter(Boolean)
    .join('\n\n');

/** Most events named in a list. */
const MOST_EVENTS = 8;

function relationsInWords(relations: Relations): string {
  const said: readonly (readonly [string, readonly string[]])[] = [
    ['Part of', relations.partOf],
    ['Its parts:', relations.parts],
    ['Supports', relations.corroborates],
    ['Supported by', relations.corroboratedBy],
    ['Contradicts', relations.contradicts],
    ['Contradicted by', relations.contradictedBy],
  ];
  return said
    .filter(([, ids]) => ids.length)
    .map(([words, ids]) => {
      const more = ids.length > MOST_EVENTS ? `, and ${ids.length - MOST_EVENTS} more` : '';
      return `- ${words} ${ids.slice(0, MOST_EVENTS).map(plain).join(', ')}${more}`;
    })
    .join('\n');
}
