// A report as long as wanted, and the same as YAML with a JSON Schema: the work that the benchmarks measure.

const types = [
  'Armed clash',
  'Presence',
  'Air/drone strike',
  'Attack',
  'Movement',
  'Shelling/artillery/missile attack',
];
const groups = ['Syrian army', 'Jaysh al-Islam', 'Jabhat al-Nusra', 'Free Syrian Army', 'Islamic State', 'Hezbollah'];
const roles = ['attacker', 'defender', 'present', 'party'];

const pick = <T>(list: readonly T[], i: number): T => list[i % list.length]!;
const day = (i: number): string =>
  `2014-${String((i % 10) + 1).padStart(2, '0')}-${String((i % 28) + 1).padStart(2, '0')}`;

/** A report of `events` events at the given places, nine lines an event. Without mistakes. */
export function reportOf(events: number, places: readonly string[]): string {
  const head = `report "Benchmark"\n  country: Syria\n\nsource paper\n  publisher: A Paper\n  published: 2014-12-31\n`;
  const block = (_: unknown, i: number) => `
event event-${i}
  type: ${pick(types, i)}
  date: ${day(i)}
  place: ${i % 4 ? '' : `${(i % 20) + 1} km NE of `}${pick(places, i * 7)}
  actor: ${pick(groups, i)} as ${pick(roles, i)}
  actor: ${pick(groups, i + 1)} as ${pick(roles, i + 1)}
  killed: ${i % 5}..${(i % 5) + 3}
  source: paper, a witness
  note: Something that a reader should know about event ${i}.
`;
  return head + Array.from({ length: events }, block).join('');
}

/** The same events as a YAML list. */
export function yamlOf(events: number, places: readonly string[]): string {
  const item = (_: unknown, i: number) => `  - id: event-${i}
    type: ${pick(types, i)}
    date: "${day(i)}"
    place: "${pick(places, i * 7)}"
    actors:
      - name: ${pick(groups, i)}
        role: ${pick(roles, i)}
      - name: ${pick(groups, i + 1)}
        role: ${pick(roles, i + 1)}
    note: Something that a reader should know about event ${i}.
`;
  return `report: Benchmark\nevents:\n${Array.from({ length: events }, item).join('')}`;
}

/** What a careful author of YAML would check it with: closed lists of types, roles, groups, and all the places. */
export function schemaOf(places: readonly string[]): object {
  const actor = {
    type: 'object',
    properties: { name: { enum: groups }, role: { enum: roles } },
    required: ['name', 'role'],
    additionalProperties: false,
  };
  const event = {
    type: 'object',
    properties: {
      id: { type: 'string' },
      type: { enum: types },
      date: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$' },
      place: { enum: places },
      actors: { type: 'array', items: actor },
      note: { type: 'string' },
    },
    required: ['id', 'type', 'date', 'place'],
    additionalProperties: false,
  };
  return { type: 'object', properties: { report: { type: 'string' }, events: { type: 'array', items: event } } };
}
