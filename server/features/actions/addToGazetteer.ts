// Puts a name that nobody knows into the file in which the workspace keeps its own places and groups.
import { countryName } from '../../gazetteer/countries';
import { genericActor } from '../../gazetteer/generic';
import { locate } from '../../semantics/caret';
import { meaningOf } from '../../semantics/meaning';
import { newEntry } from '../../semantics/newEntry';
import { newlineOf } from '../../syntax/print';
import { insert } from '../../text/edit';
import { shift } from '../../text/span';
import type { Action, Asked } from './action';

export function addToGazetteer({ snapshot, uri, span, findings, gazetteerUri }: Asked): Action[] {
  if (gazetteerUri === undefined) return [];
  const spot = locate({ snapshot, uri, offset: span.start });
  const { mention, scope } = spot ?? {};
  if (!spot || !mention || !scope?.hasGazetteer || mention.role !== 'use') return [];
  const { topic } = mention;
  if (topic !== 'place' && topic !== 'actor') return [];
  const known = meaningOf(mention, scope).kind !== 'unknown' || (topic === 'actor' && genericActor(mention.text));
  if (known) return [];
  const country = scope.countries.length === 1 ? countryName(scope.countries[0]!) : undefined;
  const entry = newEntry(mention, topic, scope, country);
  if (!entry) return [];
  const text = snapshot.files.get(gazetteerUri)?.tree.text;
  const newline = text ? newlineOf(text) : '\n';
  const length = text?.length ?? 0;
  const end = text?.slice(Math.max(0, length - 4), length) ?? '';
  const gap = !length ? '' : /\n\s*\n$/.test(end) ? '' : /\n$/.test(end) ? newline : newline + newline;
  // Editors list what mends a finding before all else.
  const named = shift(mention.span, spot.start);
  const finding = findings.find(one => one.code === `${topic}.unknown` && one.span.start === named.start);
  const edit = insert(length, gap + entry.lines.join(newline) + newline);
  return [
    {
      title: `Add “${entry.name}” to ${decodeURIComponent(gazetteerUri.replace(/^.*\//, ''))}`,
      kind: 'quickfix',
      edits: () => new Map([[gazetteerUri, [edit]]]),
      ...(finding && { finding }),
      ...(!text && { creates: gazetteerUri }),
    },
  ];
}
