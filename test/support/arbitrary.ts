// Random texts for properties: noise, and reports with noise in them.
import fc from 'fast-check';
import { blockKinds, blockSpec } from '../../server/syntax/vocabulary';

const keys = [...new Set(blockKinds.flatMap(kind => blockSpec(kind).fields.map(({ key }) => key)))];
const values = [
  'Ad Dumayr',
  '4 km NE of Dumeir',
  '2014-11~',
  'Nov. 14',
  'a, b, c',
  '"q, r" (2011/2013)',
  'x # y',
  '3..7, best 5',
  'عسال الورد',
  'as',
  'الجيش as target',
  '[',
  '±',
  '33.6, 36.7',
];

const line = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom('  ', '    ', '\t', ''), fc.constantFrom(...keys, 'nokey'), fc.constantFrom(...values, ''))
      .map(([indent, key, value]) => `${indent}${key}: ${value}`),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...blockKinds, 'evnt', 'Event', 'sourse'), fc.constantFrom('x', '"X y"', '', 'a b # c'))
      .map(([kind, title]) => `${kind} ${title}`),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      '  ',
      '# comment',
      '  # comment',
      '      continued',
      '   stray words',
      '    note: a',
      'note: a',
      '<<<<<<< HEAD',
      '\uFEFF',
      '\u0000\u0001',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
);

/** Something like a report, with every kind of line end and of mistake. */
export const reportLike = fc
  .tuple(fc.array(line, { maxLength: 40 }), fc.constantFrom('\n', '\r\n', '\r'))
  .map(([lines, end]) => lines.join(end));

/** An edit as shares of the text's length, so that it fits any text. */
export const editLike = fc.record({
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 0, max: 30 }),
  text: fc.oneof(reportLike, fc.constantFrom('', '\n', '\r', ' ', 'event y\n', '  ', ':', '#')),
});

/** The edit in offsets of a text. */
export function placed({ from, length, text }: { from: number; length: number; text: string }, size: number) {
  const start = Math.floor(from * size);
  return { span: { start, end: Math.min(size, start + length) }, text };
}
