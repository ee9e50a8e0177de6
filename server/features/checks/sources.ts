// Sources that could not be found again, or weighed.
import { isDay, readDate } from '../../semantics/dates';
import { dayInWords } from '../../semantics/dateWords';
import type { Fix } from '../../semantics/finding';
import { placeForField } from '../../syntax/placeForField';
import { type Block, type Field, fieldOf } from '../../syntax/tree';
import { insert } from '../../text/edit';
import type { Rule } from './rule';

/** A rule about a source on the web in which none of these fields is written; what it says stands at the address. */
const onTheWeb = (
  said: Pick<Rule, 'code' | 'severity' | 'means' | 'why' | 'instead'>,
  wanted: readonly string[],
  message: string,
  fix: (block: Block, url: Field) => Fix,
): Rule => ({
  ...said,
  blocks: ['source'],
  example: 'source as-safir\n  publisher: As-Safir\n  url: https://example.org/as-safir/1',
  *check({ block }) {
    const url = block.kind === 'source' ? fieldOf(block, 'url') : undefined;
    if (!url?.value.trim() || wanted.some(key => fieldOf(block, key)?.value.trim())) return;
    yield { span: url.key.span, message, fixes: () => [fix(block, url)] };
  },
});

export const archive = onTheWeb(
  {
    code: 'source.archive',
    severity: 'info',
    means: 'A source on the web has no archived copy.',
    why: 'Posts and articles are changed and taken down, and what is gone proves nothing.',
    instead: 'Give the address of a copy in `archive`, or its checksum in `hash`.',
  },
  ['archive', 'hash'],
  'There is no archived copy of this source. Add `archive` or `hash`.',
  (_, url) => ({ title: 'Add “archive”', edits: [insert(url.valueSpan.end, '\n  archive: ')] }),
);

export const accessed = onTheWeb(
  {
    code: 'source.accessed',
    severity: 'hint',
    means: 'A source on the web does not say when it was read.',
    why: 'Pages change; the day tells which version of it was meant.',
    instead: 'Add `accessed`, or `archived` with the day on which a copy was made.',
  },
  ['accessed', 'archived'],
  'When was this page read? Add `accessed`.',
  block => ({ title: 'Add “accessed”', edits: [insert(placeForField(block, 'accessed'), '\n  accessed: ')] }),
);

export const reliability: Rule = {
  blocks: ['source'],
  code: 'source.reliability',
  severity: 'info',
  means: 'A source has no reliability, where others of the workspace have one.',
  why: 'How far a claim can be believed depends on who makes it; the Admiralty code says it in a letter.',
  example: 'source as-safir\n  publisher: As-Safir\nsource sana\n  publisher: SANA\n  reliability: E',
  instead: 'Add `reliability`, `A` to `E`, or `F` where it cannot be judged.',
  *check({ block, scope }) {
    if (block.kind !== 'source' || !block.title || fieldOf(block, 'reliability') || !scope.grades) return;
    yield {
      span: block.title.span,
      message: 'Say how reliable this source is: `reliability`, A to E, or F where that cannot be judged.',
      fixes: () => [{ title: 'Add “reliability”', edits: [insert(block.end, '\n  reliability: ')] }],
    };
  },
};

export const order: Rule = {
  blocks: ['source'],
  code: 'source.order',
  severity: 'warning',
  means: 'A source was read, or its copy made, before it was published.',
  why: 'One of the two days is a slip.',
  example: 'source as-safir\n  published: 2014-11-20\n  accessed: 2014-11-02',
  instead: 'Check both days.',
  *check({ block }) {
    if (block.kind !== 'source') return;
    const out = dayOf(block, 'published');
    for (const key of ['accessed', 'archived']) {
      const day = dayOf(block, key);
      if (!out || !day || day.latest >= out.earliest) continue;
      yield {
        span: day.span,
        message: `This is before ${dayInWords(out.earliest)}, when the source was published.`,
      };
    }
  },
};

function dayOf(block: Block, key: string) {
  const field = fieldOf(block, key);
  const reading = field && readDate(field.value.trim());
  if (!reading?.ok || !isDay(reading.value.earliest) || !isDay(reading.value.latest)) return;
  return { ...reading.value, span: field!.valueSpan };
}
