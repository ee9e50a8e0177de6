// The parts of docs/exchange.md that the lists of formats, their columns and the JSON Schema dictate.
import type { JsonObject } from '../../server/exchange/document';
import type { Exporter } from '../../server/exchange/exporter';
import { formats } from '../../server/exchange/formats';
import { importers } from '../../server/exchange/import/formats';
import { columnWords } from '../../server/exchange/import/words';
import { schema } from '../../server/exchange/schema';
import { code, table } from './reference';

const written = ({ extension, folder }: Exporter): string => (folder ? `a folder of .${extension}` : `.${extension}`);

const overview = (): string =>
  table(
    ['`--to`', 'format', 'writes', 'for', 'media type'],
    formats.map(format => [code(format.name), format.title, written(format), format.means, code(format.mediaType)]),
  );

const imports = (): string =>
  table(
    ['`--from`', 'format', 'files', 'what'],
    importers.map(({ name, title, extensions, means }) => [
      code(name),
      title,
      extensions.map(ending => `.${ending}`).join(', '),
      means,
    ]),
  );

/** The words that headers of tables are known by. */
const words = (): string =>
  table(
    ['says', 'header'],
    columnWords.map(([meaning, headers]) => [meaning, headers.split(' ').map(code).join(', ')]),
  );

/** What a format lacks, and each of its columns. */
function describe({ lacks, tables }: Exporter): string {
  const tagged = tables.some(({ columns }) => columns.some(({ tag }) => tag));
  return [
    `*Cannot carry:* ${lacks}`,
    ...tables.flatMap(({ name, columns }) => [
      ...(tables.length > 1 ? [`#### Table ${code(name)}`] : []),
      table(
        ['column', ...(tagged ? ['hashtag'] : []), 'holds'],
        columns.map(({ name: column, tag, means }) => [code(column), ...(tagged ? [code(tag ?? '')] : []), means]),
      ),
    ]),
  ].join('\n\n');
}

/** A definition of the schema; a list of words is explained with the language. */
function linkTo(name: string): string {
  const { properties } = (schema() as unknown as { $defs: Record<string, JsonObject> }).$defs[name] ?? {};
  const list = name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
  return properties
    ? `[${name}](#json-${name.toLowerCase()})`
    : `[${list.replaceAll('-', ' ')}](language.md#list-${list})`;
}

/** What a member of the schema holds, in a few words. */
function typeOf({ $ref, type, items, anyOf, enum: values, const: only }: JsonObject): string {
  if (typeof $ref === 'string') return linkTo($ref.replace('#/$defs/', ''));
  if (Array.isArray(anyOf)) return [...new Set(anyOf.map(one => typeOf(one as JsonObject)))].join(' or ');
  if (items) return `list of ${typeOf(items as JsonObject)}`;
  if (Array.isArray(values)) return values.map(value => code(JSON.stringify(value))).join(' ');
  if (only !== undefined) return code(JSON.stringify(only));
  return [type].flat().filter(Boolean).map(String).join(' or ');
}

function members(name: string, { description, properties, required = [] }: JsonObject): string {
  const rows = Object.entries(properties as Record<string, JsonObject>).map(([member, value]) => [
    code(member),
    typeOf(value),
    (required as readonly string[]).includes(member) ? '' : 'only when written',
    String(value.description ?? ''),
  ]);
  return [`#### JSON ${code(name)}`, String(description ?? ''), table(['member', 'is', '', 'means'], rows)]
    .filter(Boolean)
    .join('\n\n');
}

/** Every object of the schema, member by member; lists of words are those of the language. */
function json(): string {
  const { $defs, ...document } = schema() as JsonObject & { $defs: Record<string, JsonObject> };
  const objects = Object.entries($defs).filter(([, one]) => one.properties);
  return [members('document', document), ...objects.map(([name, one]) => members(name, one))].join('\n\n');
}

/** The text of every generated part, by the name that its markers carry. */
export const formatParts = (): ReadonlyMap<string, string> =>
  new Map([
    ['formats', overview()],
    ['imports', imports()],
    ['words', words()],
    ['members', json()],
    ...formats.flatMap(format =>
      format.tables.length || format.name === 'md' || format.name === 'kml'
        ? [[format.name, describe(format)] as const]
        : [],
    ),
  ]);
