// Whatever is written, every format is written too, keeps its shape, and says what it lacks.
import assert from 'node:assert/strict';
import test from 'node:test';
import { check } from '@placemarkio/check-geojson';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { exported, plainly } from '../../../server/exchange/exporter';
import { formats } from '../../../server/exchange/formats';
import { blockKinds, blockSpec, valueKinds } from '../../../server/syntax/vocabulary';
import { clash, snapshot, uri } from './sample';

/** Lines that are right, nearly right, and noise: each field with the forms of its kind of value. */
const forms = blockKinds.flatMap(kind =>
  blockSpec(kind).fields.flatMap(({ key, value, example }) =>
    [example, ...valueKinds[value].forms.map(([form]) => form)].map(form => [key, form] as const),
  ),
);
const words = forms.flat();
const line = fc
  .oneof(
    { weight: 4, arbitrary: fc.constantFrom(...forms) },
    fc.tuple(
      fc.constantFrom(...words),
      fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'binary', maxLength: 30 })),
    ),
  )
  .map(([key, value]) => `  ${key}: ${value}`);
const block = fc
  .tuple(
    fc.constantFrom(...blockKinds, 'event', 'event'),
    fc.constantFrom('', 'a', 'b', 'as-safir', '"Umm Ruman"', '=x'),
    fc.array(line),
  )
  .map(([kind, title, lines]) => `${kind} ${title}\n${lines.join('\n')}\n`);

for (const format of formats)
  test(`${format.name}: any report is exported, in its shape`, () => {
    fc.assert(
      fc.property(fc.array(block), fc.boolean(), fc.constantFrom(0, 5), (blocks, includePrivate, redactKm) => {
        const world = snapshot({ 'a.qalam': `${blocks.join('\n')}\n${clash('')}` });
        const { files, events, losses } = exported(format, world, [uri('a.qalam')], {
          ...plainly,
          includePrivate,
          redactKm,
        });
        assert.ok(events >= 1);
        for (const { message, line: at } of losses) assert.ok(message && at >= 0);
        for (const [file, bytes] of files) {
          if (file.endsWith('.parquet')) continue;
          const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
          if (format.extension === 'csv' && file !== 'about.json') {
            const [header, ...rows] = parse(text) as string[][]; // It throws on rows that are not as long as the first.
            // An event that has no row is told of.
            assert.ok(header!.length > 1 && (rows.length > 0 || format.folder || losses.length > 0));
          }
          if (format.name === 'geojson') check(text);
          if (format.name === 'kml') assert.equal(XMLValidator.validate(text), true);
          if (format.name === 'json') JSON.parse(text);
          if (format.name === 'ndjson') for (const one of text.trimEnd().split('\n')) JSON.parse(one);
        }
      }),
      { numRuns: 60 },
    );
  });
