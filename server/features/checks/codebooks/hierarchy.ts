// ACLED's order of types: of what happened in one event, and of events that are one to ACLED, the gravest gives the type.
import { total } from '../../../semantics/counts';
import { readBlock, readingsOf } from '../../../semantics/events';
import { eventTypeOf } from '../../../semantics/eventTypes';
import { type Likeness, likenessOf } from '../../../semantics/likeness';
import type { Remembered, Scope } from '../../../semantics/scope';
import { type Block, fieldOf } from '../../../syntax/tree';
import { actorKinds, eventTypes } from '../../../syntax/vocabulary';
import { replace } from '../../../text/edit';
import type { Problem, Rule, WholeRule } from '../rule';

const PROFILE = 'report "R"\n  profile: acled\n';

const typeIn = (block: Block, scope: Scope): string | undefined =>
  eventTypeOf(fieldOf(block, 'type')?.value.replace(/\s+/g, ' ').trim() ?? '', scope.definitions)?.base?.term;

/** What an event of a type is to ACLED once somebody was killed in it; a taking by force is told by who takes. */
const onceDeadly: Readonly<Record<string, string>> = {
  'Abduction/forced disappearance': 'Attack',
  Arrests: 'Attack',
  'Looting/property destruction': 'Attack',
  'Peaceful protest': 'Excessive force against protesters',
  'Protest with intervention': 'Excessive force against protesters',
};

const isState = (kind: string | null): boolean =>
  actorKinds.find(({ term }) => term === kind)?.acled === 'State forces';

export const gravest: Rule = {
  blocks: ['event'],
  code: 'acled.gravest',
  severity: 'warning',
  profile: 'acled',
  means: 'People were killed in an event whose type is of those without deaths.',
  why: 'Of all that happened in an event ACLED codes what is highest in its list: an abduction that ends in a killing is an attack.',
  example: `${PROFILE}event miller-taken\n  type: Abduction/forced disappearance\n  killed: 1`,
  instead: 'Change the type, by the fix, or write an event of its own for the killing.',
  *check({ block, reading, scope }): Iterable<Problem> {
    const field = fieldOf(block, 'type');
    const type = typeIn(block, scope);
    const [killed] = readingsOf(reading, 'count', 'killed');
    if (!field || !type || !killed || (total(killed.parts).low ?? 0) < 1) return;
    const takers = readingsOf(reading, 'actor').filter(({ actor }) => actor.role === 'attacker');
    const meant =
      type === 'Non-violent transfer of territory' && takers.length
        ? takers.some(({ actor }) => isState(actor.kind))
          ? 'Government regains territory'
          : 'Non-state actor overtakes territory'
        : onceDeadly[type];
    if (!meant) return;
    yield {
      span: field.valueSpan,
      message: `People were killed. For ACLED this is “${meant}”, which is higher in its list.`,
      fixes: () => [{ title: `Change to “${meant}”`, edits: [replace(field.valueSpan, meant)] }],
    };
  },
};

const rank = new Map(eventTypes.filter(({ family }) => family).map(({ term }, i) => [term as string, i]));

const known = new WeakMap<Block, Remembered<Likeness | undefined>>();

const likeness = (uri: string, block: Block, scope: Scope): Likeness | undefined =>
  scope.remember(known, block, () => likenessOf(uri, readBlock(block, scope)));

export const together: WholeRule = {
  code: 'acled.together',
  severity: 'info',
  profile: 'acled',
  means: 'Two events of a file have the same days, place and actors, and other types.',
  why: 'What two sides do to each other at one place on one day is one event to ACLED, of the type that is highest in its list: an airstrike during a battle is part of the battle.',
  example: `${PROFILE}source a\n  publisher: A\nevent one\n  type: Armed clash\n  date: 2014-11-14\n  place: Dumeir\n  actor: Syrian army as attacker\n  actor: Jaysh al-Islam as defender\n  source: a\nevent two\n  type: Air/drone strike\n  date: 2014-11-14\n  place: Dumeir\n  actor: Syrian army as attacker\n  actor: Jaysh al-Islam as defender\n  source: a`,
  instead: 'Nothing need be done for your own use. For ACLED’s columns, make them one event of the higher type.',
  concerns: block => block.kind === 'event',
  *checkAll({ uri, blocks, scope }): Iterable<readonly [Block, Problem]> {
    const seen = new Map<string, { readonly id: string; readonly type: string }>();
    for (const block of blocks) {
      const type = typeIn(block, scope);
      const own = type !== undefined && rank.has(type) ? likeness(uri, block, scope) : undefined;
      if (!own || !type || own.actors.length < 2 || !own.place) continue;
      const key = [own.first, own.last, own.place, ...own.actors].join('\n');
      const above = seen.get(key);
      if (!above) seen.set(key, { id: own.id, type });
      else if (above.type !== type && !own.links.includes(above.id)) {
        const higher = rank.get(type)! < rank.get(above.type)! ? type : above.type;
        yield [
          block,
          {
            span: fieldOf(block, 'type')!.valueSpan,
            message: `To ACLED this and “${above.id}” are one event, “${higher}”: the day, the place and the actors are the same.`,
          },
        ];
      }
    }
  },
};
