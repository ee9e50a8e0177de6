import assert from 'node:assert/strict';
import test from 'node:test';
import { isolated } from '../../../server/semantics/direction';

const [open, close] = ['\u2068', '\u2069'];

test('names that run from right to left are isolated, each for itself', () => {
  const table: Record<string, string> = {
    'Jaysh al-Islam': 'Jaysh al-Islam',
    'جيش الإسلام': `${open}جيش الإسلام${close}`,
    'Could be “أسود” or “نمور”.': `Could be “${open}أسود${close}” or “${open}نمور${close}”.`,
    'Lions (أُسود, 2011) as attacker': `Lions (${open}أُسود${close}, 2011) as attacker`,
    'א-ב 12': `${open}א-ב${close} 12`,
    '': '',
  };
  for (const [text, expected] of Object.entries(table)) assert.equal(isolated(text), expected, text);
});
