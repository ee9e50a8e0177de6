// What is known of an entry, as a short card in Markdown.
import type { Entity } from '../gazetteer/entity';
import { mapOf, pageOf } from './addresses';
import { dayInWords } from './dateWords';
import { isLatinText } from './direction';
import { plain } from './markdown';
import { typeInWords, whereInWords } from './naming';
import { ofEntity } from './places';
import { placeCodes } from './precision';

/** Most other names shown, so that a card stays a card. */
const MOST_NAMES = 14;

/** Name, what and where it is, its other names, coordinates or years, and the id with its source. */
export function card(entity: Entity): string {
  return [
    `**${plain(entity.name)}** · ${[typeInWords(entity), path(entity)].filter(Boolean).map(plain).join(' · ')}`,
    names(entity),
    entity.note && plain(entity.note),
    entity.kind === 'place' ? position(entity) : years(entity),
    entity.kind === 'place' ? placeCodes(ofEntity(entity)) : '',
    `${idOf(entity)}${sourceOf(entity)}`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

const origins = {
  geonames: ' · GeoNames, CC BY 4.0',
  qalam: ' · Qalam gazetteer',
  workspace: ' · defined in this workspace',
  added: ' · from a list that was added',
} as const;

/** Whose data it is; an entry of ours with GeoNames' number has both. */
const sourceOf = ({ id, origin }: Entity): string =>
  (origin === 'qalam' && id.startsWith('geonames:') ? origins.geonames : '') + origins[origin];

/** District, division and country. */
function path(entity: Entity): string {
  const where = whereInWords(entity);
  const { kind, district, division } = entity;
  const isTold = kind !== 'place' || district === division || where.startsWith(`${district}, `);
  return [isTold ? '' : district, where].filter(Boolean).join(', ');
}

/** The id, leading to its page where there is one. */
function idOf({ id }: Entity): string {
  const page = pageOf(id);
  return page ? `[\`${id}\`](${page})` : `\`${id}\``;
}

function names({ name, aliases }: Entity): string {
  const seen = new Set([name.toLowerCase()]);
  const fresh = aliases.filter(({ text }) => !seen.has(text.toLowerCase()) && seen.add(text.toLowerCase()));
  // Native scripts first: they are what a Latin spelling cannot tell.
  const ordered = [...fresh.filter(({ text }) => !isLatinText(text)), ...fresh.filter(({ text }) => isLatinText(text))];
  const shown = ordered
    .slice(0, MOST_NAMES)
    .map(({ text, from, to }) => plain(text) + (from || to ? ` (${span(from, to)})` : ''));
  const more = ordered.length - shown.length;
  return shown.length ? `Also: ${shown.join(', ')}${more > 0 ? `, and ${more} more` : ''}` : '';
}

const span = (from = '', to = ''): string => [from.slice(0, 7) || '…', to.slice(0, 7) || '…'].join(' to ');

function position({ latitude, longitude, uncertaintyKm, population }: Entity): string {
  if (latitude === undefined || longitude === undefined) return 'Its position is not known.';
  const point = `[${latitude.toFixed(4)}, ${longitude.toFixed(4)}](${mapOf({ latitude, longitude })})`;
  const radius = uncertaintyKm ? ` ±${uncertaintyKm} km` : '';
  return [point + radius, population ? `${population.toLocaleString('en')} people` : ''].filter(Boolean).join(' · ');
}

function years({ active }: Entity): string {
  if (!active || (!active.from && !active.to)) return '';
  const from = active.from ? `from ${year(active.from)}` : '';
  const to = active.to ? `to ${year(active.to)}` : active.from ? 'on' : '';
  return `Active ${[from, to].filter(Boolean).join(' ')}`;
}

/** The year alone where the day only stands for the year. */
const year = (day: string): string => (/-(01-01|12-31)$/.test(day) ? day.slice(0, 4) : dayInWords(day));
