// A block for a name that nobody knows yet, to be filled in.
import { countryCode } from '../gazetteer/countries';
import type { EntityKind } from '../gazetteer/entity';
import type { Mention } from './mentions';
import type { Scope } from './scope';

export interface NewEntry {
  readonly name: string;
  /** The block’s lines, without an end of line behind the last. */
  readonly lines: readonly string[];
}

/**
 * A place that lies where the qualifier says and has the id of the pin. Undefined where the id is that of an entry of
 * another kind, for a name with control characters in it, and for a namesake
 * that only words in small letters tell apart. `country` is written where the name says nothing of where it lies.
 */
export function newEntry(
  { text, qualifier, id, told, field }: Pick<Mention, 'text' | 'qualifier' | 'id' | 'told' | 'field'>,
  kind: EntityKind,
  scope: Scope,
  country?: string,
): NewEntry | undefined {
  if (/\p{Cc}/u.test(text) || (id !== undefined && scope.gazetteer.byId(id))) return;
  // A namesake lies elsewhere: the qualifier becomes part of the name.
  const known = qualifier !== undefined && scope.resolve(kind, text).kind !== 'unknown';
  // Words that are no area's name cannot tell a namesake apart.
  if (known && /^\p{Ll}/u.test(qualifier)) return;
  const name = known ? `${text} (${qualifier})` : text;
  const area = qualifier
    ? `  ${countryCode(qualifier) ? 'country' : 'in'}: ${qualifier}`
    : country && `  country: ${country}`;
  return {
    name,
    lines: [
      `${kind} "${name}"`,
      '  kind: ',
      ...(kind === 'place' ? [`  location: ${locationTold(told, field)}`] : []),
      ...(area ? [area] : []),
      ...(id === undefined ? [] : [`  id: ${id}`]),
    ],
  };
}

/** Where the place lies by the words behind its name; '' where these give no more than an area. */
function locationTold(told: Mention['told'], field: Mention['field']): string {
  const at = told?.at;
  if (!at || !field || at.relation === 'named' || at.relation === 'in') return '';
  return field.value.slice(at.span.start, at.span.end).replace(/\s+/g, ' ').trim();
}
