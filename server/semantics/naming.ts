// How to write the name of an entry so that it means this entry and no namesake, and how to tell entries apart in words.

import { countryName } from '../gazetteer/countries';
import type { Entity } from '../gazetteer/entity';
import type { Scope } from './scope';

/** The shortest of name, name (division), name (country), name [id] that resolves to the entry. */
export function writeName(entity: Entity, scope: Scope, name = entity.name): string {
  const plain = quotedIfNeeded(name, entity.kind);
  const means = (qualifier?: string) => {
    const resolution = scope.resolve(entity.kind, name, qualifier);
    return resolution.kind === 'resolved' && resolution.entity.id === entity.id;
  };
  if (means()) return plain;
  if (entity.kind === 'place') {
    const qualifiers = [entity.division, ...entity.countries.slice(0, 1).map(countryName)].filter(
      text => text && !/[()]/.test(text),
    );
    const qualifier = qualifiers.find(text => means(text));
    if (qualifier) return `${plain} (${qualifier})`;
  }
  return `${plain} [${entity.id}]`;
}

/** Names with a character that the grammar gives a meaning go in double quotes. */
const quotedIfNeeded = (name: string, kind: Entity['kind']): string =>
  (kind === 'place' ? /[,()[\]±]|^(?:in|at|[Nn]ear|[Aa]long|[Bb]etween|[Oo]verlooking)\s/ : /[[\]]|\sas\s/i).test(name)
    ? `"${name}"`
    : name;

const feature: Readonly<Record<string, string>> = {
  PPLC: 'capital',
  PPLA: 'seat of a first-level division',
  PPLA2: 'seat of a district',
  PPLA3: 'seat of a subdistrict',
  PPLA4: 'seat of a fourth-level division',
  PPLA5: 'seat of a fifth-level division',
  PPLX: 'part of a town',
  PPLL: 'hamlet',
  PPLQ: 'abandoned place',
  PPLW: 'destroyed place',
  PPLH: 'former place',
  PPLCH: 'former capital',
  PPLS: 'group of settlements',
  PPLG: 'seat of government',
  PPLF: 'farm village',
  PPLR: 'religious settlement',
  STLMT: 'settlement',
  ADM1: 'first-level division',
};

/** What sort of thing an entry is, in a word or two: `rebel group`, `hill`, `seat of a district`. */
export const typeInWords = ({ type }: Entity): string =>
  feature[type] ?? (/^PPL/.test(type) ? 'populated place' : type);

/** Where a place lies or a group acts: `Rif Dimashq, Syria`. */
export const whereInWords = ({ kind, division, countries }: Entity): string =>
  [kind === 'place' ? division : '', ...(kind === 'place' ? countries.slice(0, 1) : countries).map(countryName)]
    .filter(Boolean)
    .join(', ');

/** One line that tells an entry from its namesakes: `Aḑ Ḑumayr, Rif Dimashq, Syria`. */
export const inWords = (entity: Entity): string => [entity.name, whereInWords(entity)].filter(Boolean).join(', ');
