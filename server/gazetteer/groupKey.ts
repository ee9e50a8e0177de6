// When two wordings name one group: the group key, equal whatever the articles, the order and the language of the words for what it is.
import { lightKey } from './fold';

/** Words that join others, and articles. */
const PARTICLES = new Set(
  'the of for and in de da do du des del di la le les las los el al ul il an ar as ash at ad az ud ush wa wal bil y et u ve e i l'.split(
    ' ',
  ),
);

/** Words for what a group is, by the word that stands for them all. */
const CLASSES: Readonly<Record<string, string>> = {
  front: 'jabhat jabha jabhah jebhat jebha jabhatu frente cephe cephesi جبهه الجبهه',
  brigade:
    'brigades battalion battalions liwa liwaa lewa alwiya katiba katibat kateeba kateebat kataib katayib kataeb brigada brigadas لواء كتيبه كتائب الويه',
  army: 'jaysh jaish jeish jesh geish ejercito armee exercito جيش',
  movement: 'harakat haraka harakah haraket mouvement movimiento movimento حركه',
  party: 'hizb hezb parti partido partiya partai',
  force: 'forces quwat qwat fuerza fuerzas forcas',
  organization: 'organisation organizations organisations organizacion organizacao tanzim tanzeem munazzamat تنظيم',
  council: 'councils majlis shura consejo conseil conselho',
  union: 'unions ittihad uniao',
  alliance: 'alliances tahaluf alianza',
  lion: 'lions usud',
  government: 'govt gov governments regime gouvernement gobierno governo hukumat',
  defense: 'defence',
  armored: 'armoured',
  peoples: 'people popular populaire populaires populares popolare',
  islamic: 'islami islamiya islamiyya islamiyyah islamiyah islamique islamiques islamico islamica',
  national: 'nacional nacionales nationale nationales watani wataniya wataniyya',
  liberation: 'liberacion liberacao',
  revolutionary: 'revolucionario revolucionaria revolucionarias revolucionarios revolutionnaire revolutionnaires',
  democratic: 'democratique democratiques democratico democratica democraticas democraticos',
  patriotic: 'patriotique patriotiques patriotico patriotica',
  armed: 'armees armadas armados armes',
  us: 'usa',
};
const byWord = new Map(
  Object.entries(CLASSES).flatMap(([word, others]) =>
    [word, ...others.split(' ')].map(other => [lightKey(other), word] as const),
  ),
);

/** Words behind a group's name that only say that people of it are meant. */
const PEOPLE: ReadonlySet<string> = new Set(
  'fighter militant insurgent rebel gunman gunmen militiaman militiamen terrorist guerrilla soldier troop member element group movement organization organisation faction force militia combatant operative supporter jihadist extremist separatist network gang'
    .split(' ')
    .flatMap(word => [word, `${word}s`]),
);

/**
 * The group key of a name; '' when the name has no letter or digit. `Nusra Front`, `Jabhat an-Nusra` and `The al-Nusra Front` have one key,
 * and so have `S.D.F.` and `SDF`.
 */
export function groupKey(name: string): string {
  const words = wordsOf(name);
  return [...new Set(words)].sort().join(' ');
}

/** The group key of the name without words like `fighters` at its end; undefined when it ends with none, or is nothing but them. */
export function keyWithoutPeople(name: string): string | undefined {
  const words = lightKey(name).split(' ');
  let end = words.length;
  while (end > 0 && PEOPLE.has(words[end - 1]!)) end--;
  return end === 0 || end === words.length ? undefined : groupKey(words.slice(0, end).join(' '));
}

function wordsOf(name: string): string[] {
  const parts = joined(lightKey(name.replace(/['’](?=s\b)/g, '')).split(' '));
  // The number of a unit tells a brigade from a battalion.
  const numbered = parts.some(part => /^\d/.test(part));
  const words = parts.flatMap((part, i) => {
    if (PARTICLES.has(part) && parts.length > 1 && (part.length > 1 || i < parts.length - 1)) return [];
    const bare = part.startsWith('ال') && part.length > 4 ? part.slice(2) : part;
    const known = byWord.get(bare) ?? byWord.get(part);
    return [known !== undefined && !numbered ? known : sound(bare, parts.length === 1)];
  });
  return words.length > 0 ? words : parts.filter(Boolean);
}

/** `s d f` is SDF, and `m 23` is M23. */
function joined(parts: readonly string[]): string[] {
  const out: string[] = [];
  let open = false;
  for (const part of parts) {
    const single = part.length === 1 && /\p{L}/u.test(part);
    if (open && (single || /^\d+$/.test(part))) out[out.length - 1] += part;
    else out.push(part);
    open = single;
  }
  return out;
}

/** A word without what romanisations and numbers differ in: doubled letters, vowels of one kind, a last h or s. Short words stay. */
function sound(word: string, alone: boolean): string {
  if (/[^a-z]/.test(word) || word.length < 5) return word;
  const plain = word
    .replace(/ou|oo/g, 'u')
    .replace(/ee|ie|ei|ay|ai|ae|ey/g, 'i')
    .replace(/q/g, 'k')
    .replace(/(.)\1(?=.)/g, '$1')
    .replace(/(?<=[aeiou])h$/, '')
    .replace(/[ey]/g, 'i')
    .replace(/o/g, 'u');
  return alone || /(?:s|us|is)s$/.test(word) ? plain : plain.replace(/s$/, '');
}
