// What an import remembers of the rows behind it: enough to define and to number each thing once, and next to nothing else.
import assert from 'node:assert/strict';
import test from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { fnv1a } from '../../../../server/exchange/ids';
import { placeBlock, sourceBlock } from '../../../../server/exchange/import/definitions';
import { csv } from '../../../../server/exchange/import/plain';
import { Seen } from '../../../../server/exchange/import/seen';
import { TableImport } from '../../../../server/exchange/import/table';
import { base } from '../sample';
import { rowOf } from './rows';

test('a text comes for the first time once', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 3 }), { maxLength: 200 }), texts => {
      const [seen, known] = [new Seen(), new Set<string>()];
      for (const text of texts) {
        assert.equal(seen.add(text), !known.has(text));
        known.add(text);
      }
    }),
  );
  const seen = new Seen();
  for (let i = 0; i < 100_000; i++) assert.ok(seen.add(`event ucdp-${i}`));
  for (let i = 0; i < 100_000; i++) assert.ok(!seen.add(`event ucdp-${i}`));
});

test('hashes are those of FNV-1a', () => {
  // From the tables of its authors, and as its definition has it.
  assert.deepEqual(fnv1a(''), [0xcbf29ce4, 0x84222325]);
  assert.deepEqual(fnv1a('foobar'), [0x85944171, 0xf73967e8]);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      let hash = 0xcbf29ce484222325n;
      for (const byte of new TextEncoder().encode(text)) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) % (1n << 64n);
      const [high, low] = fnv1a(text);
      assert.equal((BigInt(high) << 32n) | BigInt(low), hash);
    }),
  );
});

test('thousands of places of one name, or of none in Latin letters, have ids of their own', () => {
  const idsOf = (name: string) =>
    new Set(
      Array.from({ length: 20_000 }, (_, i) => {
        const point = `${i / 1000}, 36.5`;
        const { definition } = placeBlock({ of: 'csv', name, kind: '', point, home: 'SY', within: [] });
        return definition.fields.find(([key]) => key === 'id')![1];
      }),
    );
  assert.equal(idsOf('Al Qaryah').size, 20_000);
  assert.equal(idsOf('القرية').size, 20_000);
  assert.equal(new Set(Array.from({ length: 20_000 }, (_, i) => sourceBlock('csv', `جريدة ${i}`).title)).size, 20_000);
});

test('what is remembered does not grow with the rows', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const held = () => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  const columns = ['id', 'date', 'place', 'latitude', 'longitude', 'source', 'note'];
  const work = new TableImport(csv, base);
  const take = (from: number, to: number): void => {
    for (let at = from; at < to; at += 100) {
      const rows = Array.from({ length: 100 }, (_, i) => {
        const number = at + i;
        const long = `${number} ${'word '.repeat(100)}`;
        return rowOf(columns, [`e${number}`, '2014-11-14', `Farm ${number}`, '33.5', '36.5', `Paper ${long}`, long]);
      });
      assert.equal(work.take(rows).length, 100);
    }
  };
  // What is remembered of the last few thousand values is full by then.
  take(0, 2500);
  const before = held();
  take(2500, 5000);
  const grown = (held() - before) / 2500;
  assert.equal(work.summary().sources, 5000);
  assert.ok(grown < 200, `${grown} bytes a row, of some 1,500`);
});
