// What a hover says about a date, a count or a place phrase: what it amounts to.

import { countryCode, countryName } from '../../gazetteer/countries';
import { mapOf } from '../../semantics/addresses';
import type { Spot } from '../../semantics/caret';
import { figuresInWords, total } from '../../semantics/counts';
import { readDate } from '../../semantics/dates';
import { boundsInWords, dateInWords } from '../../semantics/dateWords';
import { type FieldReading, readBlock, readingsOf } from '../../semantics/events';
import { languageName } from '../../semantics/languages';
import { plain } from '../../semantics/markdown';
import { dateCodes, placeCodes } from '../../semantics/precision';
import { meansWholeBlock, privateFields } from '../../semantics/privacy';
import { valueOfField } from '../../semantics/values';
import type { Block, Field } from '../../syntax/tree';
import { type Span, shift, touches } from '../../text/span';

interface About {
  readonly span: Span;
  readonly markdown: string;
}

/** The reading of the value the pointer is on. */
function readingAt({ block, scope, field, at }: Spot) {
  if (!field || !touches(field.valueSpan, at)) return;
  return readBlock(block, scope).fields.find(one => one.field === field);
}

export function aboutDate(spot: Spot): About | undefined {
  const reading = readingAt(spot);
  if (reading?.kind !== 'date') return;
  const { date, field } = reading;
  if (!date.ok) return { span: field.valueSpan, markdown: plain(date.message) };
  const words = dateInWords(date.value);
  const bounds = boundsInWords(date.value);
  // Codebooks say how exact the day of an event is known, and of no other date.
  const codes = spot.block.kind === 'event' && field.key.text === 'date' ? dateCodes(date.value) : '';
  return {
    span: field.valueSpan,
    markdown: [`**${capital(words)}**`, capital(bounds), codes].filter(Boolean).join('\n\n'),
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export function aboutCount(spot: Spot): About | undefined {
  const reading = readingAt(spot);
  if (reading?.kind !== 'count') return;
  const { key } = reading.field;
  const all = readingsOf(readBlock(spot.block, spot.scope), 'count', key.text);
  const others = all.filter(({ field }) => field !== reading.field);
  return {
    span: reading.field.valueSpan,
    markdown: [
      figuresOfLine(reading),
      ...(others.length ? [`Other figures:\n\n${others.map(one => `- ${briefly(one)}`).join('\n')}`] : []),
      ...(others.length && all[0]?.field !== reading.field ? ['The first line counts.'] : []),
    ].join('\n\n'),
  };
}

type CountReading = FieldReading & { readonly kind: 'count' };

function figuresOfLine({ parts, claimed }: CountReading): string {
  const { low, best, high } = total(parts);
  const figure = (value: number | null) => (value === null ? 'not known' : String(value));
  return [`Lowest ${figure(low)} · best ${figure(best)} · highest ${figure(high)}`, whose(claimed)]
    .filter(Boolean)
    .join(' · ');
}

const briefly = ({ parts, claimed }: CountReading): string =>
  [plain(figuresInWords(total(parts)) || 'not known'), whose(claimed)].filter(Boolean).join(' ');

const whose = (claimed: CountReading['claimed']): string =>
  claimed ? `according to ${plain([claimed.id.text, claimed.cites?.text].filter(Boolean).join(', '))}` : '';

/** Where a relative place comes to lie. Names within it have hovers of their own. */
export function aboutPlace(spot: Spot): About | undefined {
  const reading = readingAt(spot);
  if (reading?.kind !== 'place') return;
  const { point, uncertaintyKm, country } = reading.place;
  if (!point)
    return {
      span: reading.field.valueSpan,
      markdown: 'This place cannot be put on the map: a name in it is not known.',
    };
  const where = `[${point.latitude.toFixed(4)}, ${point.longitude.toFixed(4)}](${mapOf(point)}) ±${uncertaintyKm} km`;
  const lines = [`${where}${country ? ` · ${plain(countryName(country))}` : ''}`, placeCodes(reading.place)];
  return { span: reading.field.valueSpan, markdown: lines.join('\n\n') };
}

/** The country, language or private part that a word names, and when a name of a list was in use. */
export function aboutWord({ block, field, spec, at }: Spot): About | undefined {
  if (!field || !spec || !touches(field.valueSpan, at)) return;
  if (spec.value === 'language')
    return about(field.valueSpan, languageName(field.value.trim()), 'language', spec.means);
  const value = valueOfField(field, spec);
  if (value.kind !== 'names') return;
  const one = value.names.find(({ name }) => touches(shift(name.span, field.valueSpan.start), at));
  const where = one && shift(one.name.span, field.valueSpan.start);
  if (!where) return;
  const { text } = one.name;
  switch (spec.value) {
    case 'countries': {
      const code = countryCode(text);
      return about(where, code && countryName(code), `country · ISO 3166-1 \`${code}\``, spec.means);
    }
    case 'privacy':
      return { span: where, markdown: privacyInWords(block, field) };
    default:
      return one.validity ? about(where, text, validityInWords(one.validity.text)) : undefined;
  }
}

function validityInWords(edtf: string): string {
  const date = readDate(edtf);
  return date.ok ? boundsInWords(date.value) || dateInWords(date.value) : plain(date.message);
}

const about = (where: Span, name: string | undefined, what: string, means = ''): About | undefined =>
  name === undefined
    ? undefined
    : { span: where, markdown: [`**${plain(name)}** · ${what}`, means].filter(Boolean).join('\n\n') };

function privacyInWords(block: Block, field: Field): string {
  if (meansWholeBlock(block, field))
    return 'All of this block stays out of exports, unless they are asked to take in what is private.';
  const keys = [...privateFields(block)];
  return keys.length
    ? `Stays out of exports, unless they are asked to take in what is private: ${keys.join(', ')}.`
    : 'Nothing of this block is private.';
}
