// What a hover says about a date, a count or a place phrase: what it amounts to.

import { countryName } from '../../gazetteer/countries';
import { mapOf } from '../../semantics/addresses';
import type { Spot } from '../../semantics/caret';
import { figuresInWords, total } from '../../semantics/counts';
import { boundsInWords, dateInWords } from '../../semantics/dateWords';
import { type FieldReading, readBlock, readingsOf } from '../../semantics/events';
import { plain } from '../../semantics/markdown';
import { dateCodes, placeCodes } from '../../semantics/precision';
import { type Span, touches } from '../../text/span';

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
  return {
    span: field.valueSpan,
    markdown: [`**${capital(words)}**`, capital(bounds), dateCodes(date.value)].filter(Boolean).join('\n\n'),
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
