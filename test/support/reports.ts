// Reports whose mistakes are of every kind, for what must hold of all of them: those of the cases, and some made by chance.
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { root } from './world';

export type Files = Readonly<Record<string, string>>;

/** The files of every case in test/cases, as one workspace each. */
export function caseFiles(): Files[] {
  const folder = path.join(root, 'test/cases');
  const all = new Map<string, Files>();
  for (const file of fs.readdirSync(folder).filter(name => name.endsWith('.txt'))) {
    for (const part of fs.readFileSync(path.join(folder, file), 'utf8').split(/^=== /m).slice(1)) {
      const files: Record<string, string> = {};
      for (const one of part.split(/^==>/m)[0]!.split(/^--- /m).slice(1))
        files[one.slice(0, one.indexOf('\n')).trim()] = one.slice(one.indexOf('\n') + 1).replace('$0', '');
      if (Object.values(files).join('').length < 4000) all.set(JSON.stringify(files), files);
    }
  }
  return [...all.values()];
}

const places = [
  'Homs',
  'Homss',
  'Zabadanii',
  '"Zabadanii"',
  'Umm Ruman',
  'Umm Rumman',
  'Umm Rumann',
  '‘Ayn at Tīnah',
  'Tripoli',
  'Quarry (old)',
  'Lone Hill',
  'Rif Dimashq',
  'Tadmur',
];
const tails = [
  '',
  ' (Syria)',
  ' (Foo)',
  ', Rif Dimashq',
  ' [geonames:170589]',
  ' [workspace:place:umm-ruman]',
  ', 3 km N of Jayrud',
];
const groups = [
  'Hezbollah',
  'Lions',
  'Lions (Syria)',
  'Lionss',
  'civilians',
  'Jaysh al-Islamm',
  '"Lions (Syria)"',
  'SDF',
];

const place = fc.tuple(fc.constantFrom(...places), fc.constantFrom(...tails)).map(parts => parts.join(''));
const one = fc.constantFrom(...places);
const phrase = fc.oneof(
  place,
  place.map(name => `near ${name} ±2 km`),
  place.map(name => `5 km NE of ${name}`),
  fc.tuple(one, one).map(([a, b]) => `between ${a} and ${b}`),
  fc.tuple(one, one).map(([a, b]) => `along ${a}–${b} road`.replace(/"/g, '')),
  one.map(name => `along ${name}`),
  fc.constantFrom('99, 36 ±5 km', 'near 99.5, 36', 'Foo, 99.0, 200.0'),
);
const line = fc.oneof(
  phrase.map(text => `place: ${text}`),
  fc
    .tuple(fc.constantFrom(...groups), fc.constantFrom(' as attacker', ' as Attacker', ''))
    .map(([name, role]) => `actor: ${name}${role}`),
  fc
    .constantFrom(
      '2014-11-14',
      '[2014-11-14..2014-11-10]',
      '{2014-11-01, 2014-11-14..2014-11-10}',
      'Nov. 14',
      '2014-02-30',
    )
    .map(date => `date: ${date}`),
  fc.constantFrom('type: armed clash', 'type: Presence', 'source: a', 'source: s', 'source: s\n    killed: 4'),
);
const event = fc
  .array(line, { minLength: 1, maxLength: 5 })
  .map(lines =>
    [...new Map(lines.map(text => [text.split(':')[0], text])).values()].map(text => `  ${text}\n`).join(''),
  );

/** A small workspace: a report of Syria and a file of definitions. */
export const workspaceLike: fc.Arbitrary<Files> = fc
  .tuple(fc.array(event, { minLength: 1, maxLength: 4 }), fc.boolean())
  .map(([events, country]) => ({
    'definitions.qalam': `place "Umm Ruman"\n  location: 33.68, 36.72\n  country: Syria\n  also: Umm Rumman\n\nactor "Lions"\n  kind: rebel group\n  country: Syria\n  also: Asad\n\nactor "Cubs"\n  kind: rebel group\n  part of: Lions\n`,
    'report.qalam': `report "R"\n${country ? '  country: Syria\n' : ''}\nsource a\n  publisher: A\n  published: 2014-11-20\n\n${events.map((text, i) => `event e${i}\n${text}`).join('\n')}`,
  }));
