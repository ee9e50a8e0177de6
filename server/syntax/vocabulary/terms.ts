// The closed lists: event types, roles, kinds of actor, place and source, the Admiralty code, words that stand for figures.
import type { Term } from './spec';

const term = (word: string, means: string): Term => ({ term: word, means });

/** An event type: ACLED's event type and disorder type it belongs to; '' for the posture types that ACLED lacks. */
export interface EventType extends Term {
  readonly family: string;
  readonly disorder: string;
}

const types = (family: string, disorder: string, entries: Record<string, string>): EventType[] =>
  Object.entries(entries).map(([word, means]) => ({ term: word, means, family, disorder }));

/** ACLED's 25 sub-event types (codebook of 2024), then the postures that neither ACLED nor UCDP code. */
export const eventTypes: readonly EventType[] = [
  ...types('Battles', 'Political violence', {
    'Government regains territory': 'State forces take a place that another group held, by fighting.',
    'Non-state actor overtakes territory': 'A non-state group takes a place by fighting.',
    'Armed clash': 'Armed fighting between two groups in which no place changes hands for good.',
  }),
  ...types('Protests', 'Political violence; Demonstrations', {
    'Excessive force against protesters': 'A peaceful protest met with violence that kills or badly injures.',
  }),
  ...types('Protests', 'Demonstrations', {
    'Protest with intervention': 'A peaceful protest that is dispersed or hindered.',
    'Peaceful protest': 'A protest without violence on either side.',
  }),
  ...types('Riots', 'Demonstrations', { 'Violent demonstration': 'Demonstrators are violent or destroy things.' }),
  ...types('Riots', 'Political violence', {
    'Mob violence': 'A crowd attacks people or property outside a demonstration.',
  }),
  ...types('Explosions/Remote violence', 'Political violence', {
    'Chemical weapon': 'Chemical agents are used.',
    'Air/drone strike': 'A strike from an aircraft or drone.',
    'Suicide bomb': 'A bomber dies in the attack, on foot or in a vehicle.',
    'Shelling/artillery/missile attack': 'Fire from a distance, by one side.',
    'Remote explosive/landmine/IED': 'A mine, a planted or remote-controlled bomb.',
    Grenade: 'A hand-thrown explosive.',
  }),
  ...types('Violence against civilians', 'Political violence', {
    'Sexual violence': 'Sexual violence against civilians.',
    Attack: 'An attack on unarmed people. Name them with the role `target`.',
    'Abduction/forced disappearance': 'People are taken away by an armed group, or made to disappear by a state.',
  }),
  ...types('Strategic developments', 'Strategic developments', {
    Agreement: 'A truce, ceasefire, exchange or peace deal.',
    Arrests: 'Mass or notable arrests by the state.',
    'Change to group/activity': 'A group forms, splits, merges, moves or changes its ways.',
    'Disrupted weapons use': 'A bomb defused, a missile shot down, a cache seized.',
    'Headquarters or base established': 'A lasting base is set up.',
    'Looting/property destruction': 'Things are seized or destroyed without an attack on people.',
    'Non-violent transfer of territory': 'A place changes hands without a fight.',
    Other: 'An important event that no other type fits.',
  }),
  ...types('', '', {
    Presence: 'A group is at a place.',
    Movement: 'A group goes from one place to another. Use `from` and `to`.',
    'Build-up': 'Forces, weapons or supplies gather.',
    Campaign: 'A battle or operation of weeks or months. Its events say `part of`.',
    Closure: 'A road, crossing or border is closed or cut.',
    Statement: 'Someone says what will or may happen.',
  }),
];

/** Codebooks that a report can be held to. */
export const profiles = [
  { term: 'acled', means: 'The codebook of ACLED: types, sides, dates and places as it codes them.' },
  { term: 'ucdp', means: 'The codebook of UCDP GED: events with a death, within one year.' },
] as const satisfies readonly Term[];

export const roles: readonly Term[] = [
  term('attacker', 'Starts the fighting, or fires.'),
  term('defender', 'Is attacked, and armed.'),
  term('target', 'Is attacked and does not fight: civilians, captives, property owners.'),
  term('present', 'Is at the place.'),
  term('agent', 'Acts without fighting: closes a road, recruits, delivers.'),
  term('affected', 'Feels the consequences: is cut off, recruited, displaced.'),
  term('party', 'Takes part on equal terms: a clash without a clear attacker, an agreement.'),
  term('supporter', 'Helps another actor of the event.'),
  term('mover', 'Is on the way.'),
  term('occupant', 'Held the place before.'),
  term('leader', 'A person or group that leads another actor of the event.'),
  term('recipient', 'Receives aid, weapons, captives or territory.'),
  term('mediator', 'Brokers between others.'),
  term('demonstrator', 'Protests or riots.'),
  term('speaker', 'Makes the statement.'),
  term('bystander', 'Is hit without being the aim.'),
];

/** A kind of actor and the ACLED actor type (`inter`) it counts as. */
export interface ActorKind extends Term {
  readonly acled: string;
}
const actorKind = (word: string, acled: string, means: string): ActorKind => ({ ...term(word, means), acled });

export const actorKinds: readonly ActorKind[] = [
  actorKind('government', 'State forces', 'A state’s government as such.'),
  actorKind('state forces', 'State forces', 'Army, navy, air force, guards, intelligence.'),
  actorKind('police', 'State forces', 'Police and gendarmerie.'),
  actorKind('pro-government militia', 'Political militia', 'Armed on the state’s side without being part of it.'),
  actorKind('rebel group', 'Rebel group', 'Armed opposition that wants to replace or leave the state.'),
  actorKind('political militia', 'Political militia', 'Armed for power or influence, not to replace the state.'),
  actorKind('identity militia', 'Identity militia', 'Armed around an ethnic, religious, clan or local community.'),
  actorKind('criminal group', 'Political militia', 'Armed for gain: cartels, gangs, bandits.'),
  actorKind('private military company', 'External/Other forces', 'Fights for pay.'),
  actorKind('international forces', 'External/Other forces', 'Peacekeepers and multinational operations.'),
  actorKind('coalition', 'Rebel group', 'An alliance or umbrella of armed groups.'),
  actorKind('unidentified armed group', 'Political militia', 'Armed people whom the source does not name.'),
  actorKind('protesters', 'Protesters', 'People who demonstrate peacefully.'),
  actorKind('rioters', 'Rioters', 'People who are violent in a crowd.'),
  actorKind('civilians', 'Civilians', 'Unarmed people.'),
  actorKind('other', 'External/Other forces', 'Anything else.'),
];

export const placeKinds: readonly Term[] = [
  term('country', 'A state.'),
  term('division', 'A governorate, state or province.'),
  term('district', 'A second-level division.'),
  term('region', 'An area without fixed borders.'),
  term('city', 'A large town.'),
  term('town', 'A town.'),
  term('village', 'A village or hamlet.'),
  term('quarter', 'A part of a town.'),
  term('camp', 'A camp of displaced people or refugees.'),
  term('farm', 'Farms or farmland.'),
  term('hill', 'A hill or height.'),
  term('mountain', 'A mountain.'),
  term('mountains', 'A chain or group of mountains.'),
  term('valley', 'A valley or wadi.'),
  term('plain', 'A plain or basin.'),
  term('desert', 'A desert or steppe.'),
  term('river', 'A river or stream.'),
  term('lake', 'A lake or reservoir.'),
  term('coast', 'A coast, bay or strait.'),
  term('sea', 'A sea, and the air above it.'),
  term('island', 'An island.'),
  term('forest', 'A forest.'),
  term('road', 'A road, motorway or track.'),
  term('junction', 'A crossroads or roundabout.'),
  term('bridge', 'A bridge.'),
  term('border crossing', 'A place where a border can be crossed.'),
  term('checkpoint', 'A checkpoint.'),
  term('base', 'A military base or position.'),
  term('airport', 'An airport or airbase.'),
  term('port', 'A harbour.'),
  term('dam', 'A dam.'),
  term('oil or gas field', 'A field, well, refinery or plant.'),
  term('facility', 'A hospital, school, prison, factory or other site.'),
];

export const sourceKinds: readonly Term[] = [
  term('newspaper', 'A newspaper or magazine, printed or online.'),
  term('news agency', 'An agency report.'),
  term('broadcast', 'Radio or television.'),
  term('social media', 'A post, channel or account.'),
  term('video', 'A recording.'),
  term('image', 'A photograph or satellite image.'),
  term('witness', 'Someone who was there and spoke to the author.'),
  term('official statement', 'A ministry, army or group speaking for itself.'),
  term('report', 'A report of an organisation.'),
  term('dataset', 'A table of events.'),
  term('document', 'A letter, order or file.'),
];

/** The Admiralty code (NATO AJP-2.1): letters grade the source, digits the information. */
export const grades = {
  reliability: [
    term('A', 'Completely reliable.'),
    term('B', 'Usually reliable.'),
    term('C', 'Fairly reliable.'),
    term('D', 'Not usually reliable.'),
    term('E', 'Unreliable.'),
    term('F', 'Reliability cannot be judged.'),
  ],
  credibility: [
    term('1', 'Confirmed by other sources.'),
    term('2', 'Probably true.'),
    term('3', 'Possibly true.'),
    term('4', 'Doubtful.'),
    term('5', 'Improbable.'),
    term('6', 'Truth cannot be judged.'),
  ],
} as const;

/** Words that stand for a figure, with the least and the most they can mean; null where they give no bound. */
export const countWords: Readonly<Record<string, { low: number | null; high: number | null }>> = {
  unknown: { low: null, high: null },
  none: { low: 0, high: 0 },
  no: { low: 0, high: 0 },
  some: { low: 1, high: null },
  few: { low: 2, high: 9 },
  'a few': { low: 2, high: 9 },
  several: { low: 3, high: null },
  many: { low: 3, high: null },
  dozen: { low: 12, high: 12 },
  'a dozen': { low: 12, high: 12 },
  dozens: { low: 24, high: 99 },
  'several dozen': { low: 36, high: 99 },
  'several dozens': { low: 36, high: 99 },
  'several hundred': { low: 300, high: 999 },
  scores: { low: 40, high: 99 },
  hundreds: { low: 200, high: 999 },
  thousands: { low: 2000, high: null },
};
