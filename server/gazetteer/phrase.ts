// What stands around a name in a source: which words of `vicinity of X village in Y district` name a place, and what each is to the event.

import { lightKey } from './fold';
import { WORDS, type WordUse } from './phraseWords';

/**
 * What a name is in its phrase: the place itself, one it lies in (`settlement` when called a town or village), one it lies near or away from,
 * a quarter or building too small for most gazetteers, or a large area.
 */
export type Role = 'place' | 'settlement' | 'in' | 'near' | 'away' | 'quarter' | 'area';

/** A run of words that may name a place; `start` and `end` are UTF-16 offsets in the phrase. */
export interface NameSpan {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly role: Role;
  /** How many names of the same role stand before it. */
  readonly order: number;
  /** The name with the direction before it, which may be part of it: `western Ghouta`. */
  readonly directed?: { readonly text: string; readonly start: number };
}

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly use: WordUse | undefined;
}

const TOKEN = /['’‘`´ʼʿʾ]*[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’‘`´ʼʿʾ.-]*|[^\s]/gu;
const LETTER = /[\p{L}\p{N}]/u;
const MOST_SPANS = 6;

/** The names in a phrase, the place itself first where the words tell; one span for a text that is a bare name. */
export function readPhrase(text: string): NameSpan[] {
  return new Reader(text).read();
}

const DIRECTION = /^(?:north|south|east|west|km|kilomet|mile|met)/i;
const SUN_ARTICLE = /^(?:[ae][dnrstz]|[ae]sh)$/;

/** What a word does where it stands: `at Tur` is a name, `at the bridge` is not; `north of X` is near X. */
function useOf({ text, use }: Token, after: Token | undefined): WordUse | undefined {
  const key = lightKey(text);
  if (SUN_ARTICLE.test(key)) {
    const sun = after !== undefined && after.use === undefined && lightKey(after.text)[0] === key[1];
    return sun ? 'particle' : key === 'at' ? 'in' : use;
  }
  if (use === 'skip' && after?.use === 'of' && DIRECTION.test(text)) return 'away';
  if (/^[IVX]+$/.test(text)) return undefined;
  return use;
}

class Reader {
  private readonly tokens: Token[] = [];
  private readonly spans: Omit<NameSpan, 'order'>[] = [];
  private readonly cased: boolean;
  /** The words of the name being read. */
  private run: Token[] = [];
  /** The direction that stands before it. */
  private direction: Token | undefined;
  /** What the next name is, as the words before it say. */
  private next: Role | undefined;
  private relation: Role = 'place';

  constructor(private readonly text: string) {
    for (const found of text.matchAll(TOKEN)) {
      const word = found[0].replace(/[.'’-]+$/, '');
      this.tokens.push({
        text: word === '' ? found[0] : word,
        start: found.index,
        end: found.index + (word.length || found[0].length),
        use: Object.hasOwn(WORDS, lightKey(word)) ? WORDS[lightKey(word)] : undefined,
      });
    }
    this.cased = this.tokens.some(
      ({ text: word, use }) => use === undefined && /^\p{Lu}/u.test(word) && /\p{Ll}/u.test(word),
    );
  }

  read(): NameSpan[] {
    this.tokens.forEach((token, i) => {
      this.take(token, this.tokens[i - 1], this.tokens[i + 1]);
    });
    this.close();
    const counts = new Map<Role, number>();
    return this.spans.slice(0, MOST_SPANS).map(span => {
      const order = counts.get(span.role) ?? 0;
      counts.set(span.role, order + 1);
      return { ...span, order };
    });
  }

  private take(token: Token, before: Token | undefined, after: Token | undefined): void {
    if (!LETTER.test(token.text)) {
      this.punctuation(token.text);
      return;
    }
    const use = useOf(token, after);
    switch (use) {
      case undefined:
        // In a text with capitals, a small word is no part of a name, unless it is short and may bind two that are.
        if (this.cased && token.text.length > 3 && /^\p{Ll}/u.test(token.text) && !/\p{Lu}/u.test(token.text))
          this.close();
        else this.run.push(token);
        return;
      case 'of':
        // `village of X`, but `Ain de X`: after a name it is part of it.
        if (this.run.length > 0 && /^d/i.test(token.text)) this.run.push(token);
        else {
          if (this.run.length > 0) this.close();
          if (this.spans.length > 0 && this.next === undefined && this.relation === 'place') this.relation = 'in';
        }
        return;
      case 'particle':
        if (this.run.length > 0 || (after !== undefined && LETTER.test(after.text))) this.run.push(token);
        return;
      case 'skip':
        if (this.run.length > 0 && /^\p{Lu}/u.test(token.text)) this.run.push(token);
        else if (this.run.length === 0 && after?.use === undefined && /^(?:north|south|east|west)/i.test(token.text))
          this.direction = token;
        return;
      case 'and':
        this.close();
        return;
      case 'in':
      case 'near':
      case 'away':
        this.close();
        this.next = undefined;
        this.relation = use === 'in' && this.spans.length === 0 ? 'place' : use;
        return;
      default:
        this.kind(token, use, before, after);
    }
  }

  /** A word for a kind of place: after a name it says what that is, before one what the next is. */
  private kind(token: Token, use: Role, before: Token | undefined, after: Token | undefined): void {
    // `DEPARTMENT: X MUNICIPALITY: Y`, but `X Province: in Y`.
    const opens = after?.text === ':' && (this.run.length === 0 || this.next !== undefined);
    if (this.run.length > 0 && !opens) {
      // `Gaza City` may be the whole name.
      if (use === 'place' && /^\p{Lu}\p{Ll}/u.test(token.text)) this.run.push(token);
      this.close(use);
      return;
    }
    if (opens) this.close();
    // `town of X`; but in `area of the district of X` the last word counts.
    if (after !== undefined || before === undefined) this.next = use;
  }

  private punctuation(mark: string): void {
    if (mark === ':' && this.run.length > 0) {
      // `Hama: Kafr Zita village` names the wider place first.
      this.close(this.next ?? 'in');
      this.relation = 'place';
      return;
    }
    if (mark === ':' || mark === '"' || mark === '“' || mark === '”') return;
    this.close();
    if (mark === ')') this.relation = 'in';
    else if (mark !== '/' && this.spans.length > 0 && this.relation === 'place') this.relation = 'in';
    if (mark !== '(') this.next = undefined;
  }

  private close(kind?: Role): void {
    const { run } = this;
    while (run.length > 0 && (run[run.length - 1]!.use === 'particle' || run[run.length - 1]!.use === 'skip'))
      run.pop();
    // A number alone is a distance or a house.
    if (run.some(({ text }) => /\p{L}/u.test(text))) {
      const [start, end] = [run[0]!.start, run[run.length - 1]!.end];
      const said = kind ?? this.next;
      const role =
        said === undefined
          ? this.relation
          : said === 'place' && this.relation !== 'place'
            ? this.relation === 'in'
              ? 'settlement'
              : this.relation
            : said;
      const name = { text: this.text.slice(start, end), start, end, role };
      const from = this.direction?.start;
      this.spans.push(
        from === undefined ? name : { ...name, directed: { text: this.text.slice(from, end), start: from } },
      );
      this.next = undefined;
    }
    this.run = [];
    this.direction = undefined;
  }
}
