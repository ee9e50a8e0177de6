// Gives the browser fonts of ours, so that letters look alike on every machine, Arabic ones too, and none need be installed.
import fs from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { root } from '../install.mjs';

/** The families, and which of the parts that npm delivers them in. */
const families = {
  'noto-sans-mono': { parts: ['latin', 'latin-ext'], weights: [400, 700] },
  'noto-sans': { parts: ['latin', 'latin-ext'], weights: [400, 600, 700] },
  'noto-sans-arabic': { parts: ['arabic'], weights: [400, 700] },
};

/** Writes the fonts and a configuration that knows no others to a folder; returns the configuration's path. */
export function writeFonts(folder) {
  fs.mkdirSync(folder, { recursive: true });
  for (const [family, { parts, weights }] of Object.entries(families)) {
    const files = path.join(root, 'node_modules', '@fontsource', family, 'files');
    for (const name of parts.flatMap(part => weights.map(weight => `${family}-${part}-${weight}-normal`))) {
      const file = path.join(folder, `${name}.ttf`);
      if (!fs.existsSync(file)) fs.writeFileSync(file, unpackFont(fs.readFileSync(path.join(files, `${name}.woff`))));
    }
  }
  const configuration = path.join(folder, 'fonts.conf');
  const prefer = (asked, ...given) =>
    `<alias binding="same"><family>${asked}</family><prefer>${given.map(name => `<family>${name}</family>`).join('')}</prefer></alias>`;
  const lines = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    '<dir prefix="relative">.</dir>',
    `<cachedir>${path.join(folder, 'cache')}</cachedir>`,
    prefer('monospace', 'Noto Sans Mono', 'Noto Sans Arabic'),
    prefer('sans-serif', 'Noto Sans', 'Noto Sans Arabic'),
    prefer('system-ui', 'Noto Sans', 'Noto Sans Arabic'),
    '</fontconfig>',
  ];
  fs.writeFileSync(configuration, lines.join('\n'));
  return configuration;
}

/** Turns a WOFF 1.0 file into the OpenType file that it holds: the same tables, unpacked, under a directory of their places. */
function unpackFont(woff) {
  const count = woff.readUInt16BE(12);
  const power = 2 ** Math.floor(Math.log2(count));
  const head = Buffer.alloc(12 + 16 * count);
  woff.copy(head, 0, 4, 8); // the flavour
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(16 * power, 6);
  head.writeUInt16BE(Math.log2(power), 8);
  head.writeUInt16BE(16 * (count - power), 10);
  const tables = [head];
  let place = head.length;
  for (let index = 0; index < count; index++) {
    const entry = 44 + 20 * index;
    const [from, packed, size] = [4, 8, 12].map(at => woff.readUInt32BE(entry + at));
    const stored = woff.subarray(from, from + packed);
    const table = packed < size ? inflateSync(stored) : stored;
    const to = 12 + 16 * index;
    woff.copy(head, to, entry, entry + 4); // the tag
    woff.copy(head, to + 4, entry + 16, entry + 20); // the checksum
    head.writeUInt32BE(place, to + 8);
    head.writeUInt32BE(size, to + 12);
    const padding = Buffer.alloc((4 - (size % 4)) % 4);
    tables.push(table, padding);
    place += size + padding.length;
  }
  return Buffer.concat(tables);
}
