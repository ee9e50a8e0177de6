// What the rules of qalam.peggy answer. Spans count from the start of the text that was parsed.
import type { Span } from '../server/text/span';

/** A stretch of text with a meaning of its own: a keyword, a name, an id. */
export interface Named {
  readonly text: string;
  readonly span: Span;
}

export type BlockItem =
  | { readonly item: 'remark'; readonly indented: boolean; readonly note: Named; readonly span: Span }
  | {
      readonly item: 'field';
      /** False when the field stands at the left margin, where only headers belong. */
      readonly indented: boolean;
      readonly key: Named;
      /** The value's lines, without comments; `paragraph` when a blank line comes before. */
      readonly pieces: readonly { readonly span: Span; readonly paragraph?: boolean }[];
      readonly span: Span;
    }
  | { readonly item: 'junk'; readonly span: Span };

export interface BlockParse {
  readonly header: { readonly keyword: Named; readonly title: (Named & { readonly quoted: boolean }) | null } | null;
  readonly items: readonly BlockItem[];
}

interface PlaceShape {
  readonly span: Span;
  readonly radiusKm?: number | null;
}
export interface NamedPlace extends PlaceShape {
  readonly relation: 'named';
  readonly name: Named;
  readonly qualifier: Named | null;
  readonly id: Named | null;
  /** Where the named place lies: `Umm Ruman, 4 km NE of Dumeir`. */
  readonly at: PlaceSyntax | null;
}
export type PlaceSyntax =
  | NamedPlace
  | (PlaceShape & { readonly relation: 'point'; readonly latitude: number; readonly longitude: number })
  | (PlaceShape & {
      readonly relation: 'near';
      readonly word: string;
      /** How near, where that is said. */
      readonly km: number | null;
      readonly of: PlaceSyntax;
    })
  | (PlaceShape & {
      readonly relation: 'offset';
      readonly approximate: boolean;
      /** Null when only the direction is written. */
      readonly km: number | null;
      /** Half of what lies between two distances: `10 to 15 km`. */
      readonly apartKm?: number;
      /** Degrees clockwise from north; null when only the distance is written. */
      readonly bearing: number | null;
      readonly of: PlaceSyntax;
    })
  | (PlaceShape & {
      readonly relation: 'between';
      /** On the way from one to the other. */
      readonly road: boolean;
      readonly of: readonly PlaceSyntax[];
    })
  | (PlaceShape & {
      readonly relation: 'along';
      readonly name: Named;
      readonly qualifier: Named | null;
      readonly id: Named | null;
    })
  | (PlaceShape & { readonly relation: 'in'; readonly of: NamedPlace });

export interface ActorSyntax {
  readonly name: Named;
  readonly id: Named | null;
  readonly role: Named | null;
}

/** One figure of a count; null where the words give no bound. `word` is a word that stands for a figure. */
export interface CountSyntax {
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  readonly word: string | null;
  readonly category: Named | null;
  readonly span: Span;
}

/** A count, and whose it is where it says so. */
export interface CountLine {
  readonly parts: readonly CountSyntax[];
  readonly source: SourceSyntax | null;
}

export interface SourceSyntax {
  readonly id: Named;
  readonly cites: Named | null;
}

/** A source that an event cites. `grade` is how far the claim can be believed, with or without the letter for the source: `C3`, `3`. */
export interface GradedSource extends SourceSyntax {
  readonly grade: Named | null;
}

/** A name of a list, with the EDTF interval in which it was in use. */
export interface DatedName {
  readonly name: Named;
  readonly validity: Named | null;
}

export interface Rules {
  Block: BlockParse;
  Preamble: BlockParse;
  Place: PlaceSyntax;
  Actor: ActorSyntax;
  Count: CountLine;
  Source: GradedSource;
  Names: readonly DatedName[];
}

/** Throws a peggy `SyntaxError` where a value does not fit its rule; `Block` and `Preamble` always fit. */
export function parse<Rule extends keyof Rules>(text: string, options: { startRule: Rule }): Rules[Rule];
