// What Arabic sources call actors that they do not name, in both cases of the plural; the article goes, and so does “unknown” behind them.
import { lightKey } from './fold';

const wordings: Readonly<Record<string, string>> = {
  'Unidentified armed group':
    'مسلحون|مسلحين|مسلح|مقاتلون|مقاتلين|عناصر مسلحة|جماعة مسلحة|جماعات مسلحة|مجموعة مسلحة|مجموعات مسلحة|مجموعات متمردة|متمردون|متمردين|مهاجمون|مهاجمين|قناصة|قناص|خاطفون|خاطفين|إرهابيون|إرهابيين|ميليشيا|ميليشيات|مليشيا|مليشيات',
  'Islamist militants': 'إسلاميون|إسلاميين|متشددون|متشددين|جهاديون|جهاديين|متطرفون|متطرفين',
  Separatists: 'انفصاليون|انفصاليين',
  Tribesmen: 'أبناء العشائر|مسلحو العشائر|مسلحي العشائر|رجال القبائل|مسلحو القبائل|مسلحي القبائل|مقاتلو العشائر',
  Herders: 'رعاة|رعاة مسلحون',
  'Unidentified military forces': 'جنود|عسكريون|عسكريين|قوات الأمن|قوات أمنية|قوات عسكرية|طائرات حربية|طائرات مسيرة',
  Civilians: 'مدنيون|مدنيين|مدني|أهالي|سكان|مواطنون|مواطنين|ضحايا|مصلون|مصلين|عمال|عائلات|عائلة',
  Villagers: 'قرويون|قرويين|مزارعون|مزارعين|فلاحون|فلاحين',
  Women: 'نساء|امرأة|سيدات|فتيات',
  Children: 'أطفال|طفل|قاصرون|قاصرين',
  'Displaced people': 'نازحون|نازحين|مهجرون|مهجرين|لاجئون|لاجئين|مهاجرون|مهاجرين',
  Prisoners: 'معتقلون|معتقلين|أسرى|سجناء|محتجزون|محتجزين',
  Students: 'طلاب|طلبة|تلاميذ|معلمون|معلمين',
  Settlers: 'مستوطنون|مستوطنين',
  Journalists: 'صحفيون|صحفيين|صحافيون|صحافيين|إعلاميون|إعلاميين|مراسلون|مراسلين',
  'Aid workers': 'عمال إغاثة|عاملون إنسانيون|عاملين إنسانيين|موظفو إغاثة',
  'Health workers': 'مسعفون|مسعفين|أطباء|ممرضون|ممرضين|طواقم طبية|كوادر طبية',
  Protesters: 'متظاهرون|متظاهرين|محتجون|محتجين|معتصمون|معتصمين|متظاهرون سلميون|متظاهرين سلميين',
  Rioters: 'مشاغبون|مشاغبين|مثيرو شغب',
  Smugglers: 'مهربون|مهربين',
  Bandits: 'قطاع طرق|لصوص|عصابة|عصابات|عصابة مسلحة|عصابات مسلحة',
  Pirates: 'قراصنة',
};

/** Without the article, by which no word here is told from another. */
const bare = (key: string): string => key.replace(/(^| )ال(?=[\u0621-\u064a]{2})/g, '$1');

const byWords = new Map(
  Object.entries(wordings).flatMap(([name, words]) =>
    words.split('|').map(word => [bare(lightKey(word)), name] as const),
  ),
);

const unknown = / (?:مجهول(?:ون|ين|ه|و|ي)?(?: هويه)?|غير معروف(?:ون|ين|ه)?)$/;

/** The English term for an Arabic one, given by its light key, and whether it says that nobody knows who it was; undefined when it is none. */
export function arabicTerm(key: string): { readonly name: string; readonly nobody: boolean } | undefined {
  const plain = bare(key);
  const name = byWords.get(plain.replace(unknown, ''));
  return name === undefined ? undefined : { name, nobody: unknown.test(plain) };
}
