// ACLED's rules on who takes part in an event, and which type it is. They speak only where the profile is chosen.

import { readingsOf } from '../../../semantics/events';
import { eventTypeOf } from '../../../semantics/eventTypes';
import { fieldOf } from '../../../syntax/tree';
import { actorKinds } from '../../../syntax/vocabulary';
import { insert, replace } from '../../../text/edit';
import type { Problem, Rule, RuleFacts, Subject } from '../rule';

const acledKinds = new Map(actorKinds.map(({ term, acled }) => [term, acled]));

/** An event of a known type: its type field, ACLED's event type and its actors. */
function coded({ block, reading, scope }: Subject) {
  const field = block.kind === 'event' ? fieldOf(block, 'type') : undefined;
  const known = eventTypeOf(field?.value.replace(/\s+/g, ' ').trim() ?? '', scope.definitions);
  if (!field || !known) return;
  const { term: type, family } = known.base ?? { ...known, family: '' };
  const actors = readingsOf(reading, 'actor').map(one => {
    const { kind, role } = one.actor;
    return { field: one.field, value: one.value, role, kind, acled: kind === null ? undefined : acledKinds.get(kind) };
  });
  return { field, type, family, actors };
}

type Coded = NonNullable<ReturnType<typeof coded>>;

const rule = (
  facts: Omit<RuleFacts, 'profile' | 'severity'> & Partial<Pick<RuleFacts, 'severity'>>,
  find: (event: Coded, subject: Subject) => Iterable<Problem>,
): Rule => ({
  severity: 'warning',
  ...facts,
  profile: 'acled',
  blocks: ['event'],
  *check(subject) {
    const event = coded(subject);
    if (event) yield* find(event, subject);
  },
});

const PROFILE = 'report "R"\n  profile: acled\n';
const toType = ({ field }: Coded, type: string) => ({
  title: `Change to “${type}”`,
  edits: [replace(field.valueSpan, type)],
});
const addActors = ({ end }: { readonly end: number }, actors: readonly string[]) => ({
  title: `Add ${actors.map(actor => `“${actor}”`).join(' and ')}`,
  edits: [insert(end, actors.map(actor => `\n  actor: ${actor}`).join(''))],
});

export const posture = rule(
  {
    code: 'acled.type',
    severity: 'info',
    means: 'ACLED has no such type of event.',
    why: 'It stays out of a table in ACLED’s columns.',
    example: `${PROFILE}event hill-held\n  type: Presence`,
    instead: 'Nothing need be done, unless something happened that ACLED has a type for.',
  },
  function* ({ field, family, type }) {
    if (family === '')
      yield { span: field.valueSpan, message: `ACLED has no type “${type}”; it does not code this event.` };
  },
);

export const sides = rule(
  {
    code: 'acled.actors',
    means: 'A battle or an attack on civilians names fewer than two actors.',
    why: 'ACLED codes who fought whom; only protests, riots, explosions and developments can have one side.',
    example: `${PROFILE}event hill-taken\n  type: Armed clash\n  actor: Syrian army as attacker`,
    instead: 'Add the other side. Where the source does not name it, write `unidentified armed group` or `Civilians`.',
  },
  function* (event, { block }) {
    const { field, family, actors, type } = event;
    if ((family !== 'Battles' && family !== 'Violence against civilians') || actors.length > 1) return;
    const other = family === 'Battles' ? 'unidentified armed group as defender' : 'Civilians as target';
    const lacking = [...(actors.length ? [] : ['unidentified armed group as attacker']), other];
    yield {
      span: field.valueSpan,
      message: `ACLED wants two actors for “${type}”.`,
      fixes: () => [addActors(block, lacking)],
    };
  },
);

export const bystanders = rule(
  {
    code: 'acled.civilians',
    means: 'Civilians take part in a battle.',
    why: 'In ACLED they are never an actor of a battle. Those who die in it count among its deaths; an attack on them is an event of its own.',
    example: `${PROFILE}event hill-taken\n  type: Armed clash\n  actor: Syrian army as attacker\n  actor: Civilians as target`,
    instead: 'Give them the role `bystander`, or write an event of the type `Attack`.',
  },
  function* ({ family, actors }) {
    if (family !== 'Battles') return;
    for (const { field, value, acled, role } of actors) {
      if (acled !== 'Civilians' || role === 'bystander' || role === 'affected') continue;
      const as = value.actor.role;
      yield {
        span: field.valueSpan,
        message: 'In ACLED civilians are no actor of a battle. Are they bystanders, or is it an attack of its own?',
        fixes: () =>
          as
            ? [
                {
                  title: 'Give them the role “bystander”',
                  edits: [
                    replace(
                      { start: field.valueSpan.start + as.span.start, end: field.valueSpan.start + as.span.end },
                      'bystander',
                    ),
                  ],
                },
              ]
            : [{ title: 'Give them the role “bystander”', edits: [insert(field.valueSpan.end, ' as bystander')] }],
      };
    }
  },
);

export const target = rule(
  {
    code: 'acled.target',
    means: 'An attack on civilians has nobody in the role `target`.',
    why: 'In ACLED the target is the second actor, so it must be known which of them it is.',
    example: `${PROFILE}event market-attack\n  type: Attack\n  actor: gunmen as attacker\n  actor: Civilians (Syria)`,
    instead: 'Give the role `target` to those who were attacked.',
  },
  function* ({ field, family, actors }) {
    if (family !== 'Violence against civilians' || actors.length < 2 || actors.some(({ role }) => role === 'target'))
      return;
    const civilians = actors.find(({ acled }) => acled === 'Civilians');
    yield {
      span: civilians?.field.valueSpan ?? field.valueSpan,
      message: 'Who was attacked? ACLED wants one of the actors in the role “target”.',
      fixes: () =>
        civilians && !civilians.role
          ? [{ title: 'Give them the role “target”', edits: [insert(civilians.field.valueSpan.end, ' as target')] }]
          : [],
    };
  },
);

const takings = [
  ['Government regains territory', true, 'Non-state actor overtakes territory'],
  ['Non-state actor overtakes territory', false, 'Government regains territory'],
] as const;

export const taker = rule(
  {
    code: 'acled.side',
    means: 'The type says that a state took a place, and the attacker is none; or the other way round.',
    why: 'The two types differ only in who takes the place.',
    example: `${PROFILE}event hill-taken\n  type: Government regains territory\n  actor: Jaysh al-Islam as attacker\n  actor: Syrian army as defender`,
    instead: 'Change the type or the roles; a fix changes the type.',
  },
  function* (event) {
    const { field, type, actors } = event;
    const [, byState, other] = takings.find(([term]) => term === type) ?? [];
    const attackers = actors.filter(({ role, acled }) => role === 'attacker' && acled !== undefined);
    if (byState === undefined || !attackers.length) return;
    if (attackers.some(({ acled }) => (acled === 'State forces') === byState || acled === 'External/Other forces'))
      return;
    yield {
      span: field.valueSpan,
      message: `The attacker is ${byState ? 'no state' : 'a state'}’s force. ACLED calls that “${other}”.`,
      fixes: () => [toType(event, other!)],
    };
  },
);

export const captors = rule(
  {
    code: 'acled.arrests',
    means: 'A group that is no state’s force arrests people.',
    why: 'In ACLED only a state arrests; what other groups do is abduction.',
    example: `${PROFILE}event raid\n  type: Arrests\n  actor: Jabhat al-Nusra as agent\n  actor: Civilians as target`,
    instead: 'Change the type to `Abduction/forced disappearance`; the fix does.',
  },
  function* (event) {
    const { field, type, actors } = event;
    const captors = actors.filter(({ role }) => role === 'agent' || role === 'attacker');
    if (type !== 'Arrests' || !captors.length) return;
    if (
      !captors.every(
        ({ acled }) => acled === 'Rebel group' || acled === 'Political militia' || acled === 'Identity militia',
      )
    )
      return;
    const abduction = 'Abduction/forced disappearance';
    yield {
      span: field.valueSpan,
      message: `In ACLED only a state arrests. This is “${abduction}”.`,
      fixes: () => [toType(event, abduction)],
    };
  },
);

export const crowd = rule(
  {
    code: 'acled.crowd',
    means: 'A protest or riot names nobody who protests.',
    why: 'In ACLED protesters or rioters are an actor of each.',
    example: `${PROFILE}event march\n  type: Peaceful protest\n  actor: Syrian army as present`,
    instead: 'Add `Protesters as demonstrator` or `Rioters as demonstrator`; the fix does.',
  },
  function* ({ field, family, actors }, { block }) {
    if (family !== 'Protests' && family !== 'Riots') return;
    if (actors.some(({ acled, role }) => acled === 'Protesters' || acled === 'Rioters' || role === 'demonstrator'))
      return;
    const who = family === 'Riots' ? 'Rioters' : 'Protesters';
    yield {
      span: field.valueSpan,
      message: `ACLED wants ${who.toLowerCase()} among the actors.`,
      fixes: () => [addActors(block, [`${who} as demonstrator`])],
    };
  },
);

/** What is used decides the type; the first that fits. */
const means: readonly (readonly [words: RegExp, type: string])[] = [
  [/\b(?:chlorine|sarin|mustard gas|nerve agent|chemical)\b/i, 'Chemical weapon'],
  [/\b(?:svbied|suicide|explosive (?:vest|belt))\b/i, 'Suicide bomb'],
  [/\b(?:air ?strikes?|warplanes?|fighter jets?|drones?|uav|barrel bombs?|helicopters?)\b/i, 'Air/drone strike'],
  [/\b(?:car bombs?|vbied|ied|landmines?|mines?|roadside bombs?|booby[- ]traps?)\b/i, 'Remote explosive/landmine/IED'],
  [/\b(?:artillery|mortars?|rockets?|missiles?|shells?|tank fire)\b/i, 'Shelling/artillery/missile attack'],
];

export const weapon = rule(
  {
    code: 'acled.weapon',
    means: 'The means that are named are those of another type of explosion.',
    why: 'ACLED divides explosions by what explodes: a car bomb with its bomber is a suicide bomb, one without is a remote explosive.',
    example: `${PROFILE}event gate-blast\n  type: Remote explosive/landmine/IED\n  weapon: SVBIED`,
    instead: 'Change the type; the fix does.',
  },
  function* (event, { block }) {
    const { field, family, type } = event;
    const used = fieldOf(block, 'weapon')?.value ?? '';
    const fits = means.filter(([words]) => words.test(used)).map(([, term]) => term);
    const [best] = fits;
    if (family !== 'Explosions/Remote violence' || !best || fits.includes(type)) return;
    yield {
      span: field.valueSpan,
      message: `For ACLED this is “${best}”, after what is used.`,
      fixes: () => [toType(event, best)],
    };
  },
);
