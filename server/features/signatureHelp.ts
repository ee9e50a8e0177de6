// The forms that the value at the caret can take, and which of them it has begun to take.
import { type Caret, locate } from '../semantics/caret';
import { type ValueKind, valueKinds } from '../syntax/vocabulary';

export interface Signatures {
  /** What the field says. */
  readonly means: string;
  /** Each form behind its key, as it would stand in the file, with what it means. */
  readonly forms: readonly { readonly label: string; readonly means: string }[];
  /** The index of the form nearest to what is written. */
  readonly active: number;
}

/** Kinds whose values have a structure worth showing. */
const structured: readonly ValueKind[] = ['date', 'place', 'actor', 'count', 'source', 'names', 'time'];

/** Kinds in which full stops and brackets say something; elsewhere they are part of a name. */
const punctuated: readonly ValueKind[] = ['date', 'count'];

/** Undefined where the caret is in no value that has a structure, or where a mark was `typed` that has no meaning there. */
export function signatureHelp(caret: Caret, typed?: string): Signatures | undefined {
  const spot = locate(caret);
  if (!spot?.field || !spot.spec || !structured.includes(spot.spec.value)) return;
  if (typed && !punctuated.includes(spot.spec.value)) return;
  const { field, spec, block, at } = spot;
  const colon = block.source.indexOf(':', field.key.span.end);
  if (colon < 0 || at <= colon) return;
  const written = block.source.slice(colon + 1, at).replace(/^\s+/, '');
  const { forms } = valueKinds[spec.value];
  return {
    means: spec.means,
    forms: forms.map(([form, means]) => ({ label: `${spec.key}: ${form}`, means })),
    active: nearest(
      written,
      forms.map(([form]) => form),
    ),
  };
}

/** The form whose shape has the longest beginning in common with what is written; the first of equals. */
function nearest(written: string, forms: readonly string[]): number {
  const own = shape(written);
  const shared = forms.map(form => commonStart(own, shape(form)));
  return shared.indexOf(Math.max(...shared));
}

/** Figures and names made alike; words in lower case stay, since they are the language’s own. */
const shape = (text: string): string =>
  text
    .replace(/\p{N}+/gu, '0')
    .replace(/\p{Lu}[\p{L}\p{M}'’-]*(?:\s+\p{Lu}[\p{L}\p{M}'’-]*)*/gu, 'A')
    .replace(/\s+/g, ' ');

function commonStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}
