// `qalam lookup`: answers questions about names, one JSON object a line in and out (NDJSON, RFC 8259).
import type { Misfit } from '../gazetteer/beside';
import type { EntityKind, Gazetteer } from '../gazetteer/entity';
import { gazetteer } from '../gazetteer/gazetteer';
import { lookup as answer, genericIn, misfitOf, type Question } from '../gazetteer/lookup';
import { isDay, readDate } from '../semantics/dates';
import { oneOf, readArguments, wholeNumber } from './arguments';
import type { Command } from './command';
import { countriesFrom, UnknownCodes } from './country';
import { Failure, reasonOf } from './failure';
import { openGazetteer } from './index-file';
import { LineCutter, LONGEST_LINE } from './lines';
import { layersFrom } from './options';
import { counted } from './text';

const kinds: readonly EntityKind[] = ['place', 'actor'];
const MOST = 1000;

export const lookup: Command = {
  name: 'lookup',
  summary: 'Look names of places and groups up, questions and answers as NDJSON',
  help: `qalam lookup [NAME…] [--kind place|actor] [--country CC] [--limit N] [--explain] [--strict]
             [--gazetteer FILE]

Looks up the names, or reads one question a line on standard input and answers each with one line,
in order:

  {"id": 1, "query": "Dumeir", "kind": "place", "country": "SY"}
  {"id": 1, "candidates": [{"id": "geonames:170589", "name": "Aḑ Ḑumayr", "kind": "place",
    "country": "SY", "latitude": 33.6423, "longitude": 36.6908, "score": 1}]}

kind, country and date may be left out. country is an ISO 3166-1 code or a list of them, date that of the
event in EDTF; both only rank. A group that the source leaves without a name is answered with
{"id": …, "resolution": "generic", "candidates": […]}, and a person with the groups that he or she led.
Candidates come best first; score is from 0 to 1. A name may have an id or an area behind it, as in a
report: "Homs [geonames:169577]", "Homs (Syria)". One that does not fit is told as "misfit", with
the candidates that the name alone has. A line that is no question is answered with
{"id": …, "error": …}.

Exit code 0: answered. 1: a line that is no question, or an id that does not fit. 2: wrong use, or an
index that cannot be read.

  --kind KIND       the kind where a question names none
  --country CC      countries, separated by commas, where a question names none
  --limit N         most candidates for a question (default: 10)
  --explain         say why each candidate is listed
  --strict          exit with 1 also when an area in brackets does not fit
  --gazetteer FILE  an index that "qalam gazetteer build" made`,
  async run(args) {
    const { values, positionals } = readArguments('lookup', args, {
      kind: { type: 'string' },
      country: { type: 'string', multiple: true },
      limit: { type: 'string', default: '10' },
      explain: { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      gazetteer: { type: 'string' },
    });
    const known = countriesFrom(values.country ?? []);
    if (typeof known === 'string') throw new Failure(known, 'lookup');
    const unknown = new UnknownCodes();
    const defaults: Partial<Question> = {
      limit: wholeNumber('lookup', 'limit', values.limit, 1, MOST),
      ...(values.kind !== undefined && { kind: oneOf('lookup', 'kind', values.kind, kinds) }),
      ...(known.length && { country: known }),
    };
    unknown.tell(known);
    const names = gazetteer(values.gazetteer === undefined ? await layersFrom([]) : [openGazetteer(values.gazetteer)]);
    const told = { error: 0, id: 0, bracket: 0 };
    const asked = positionals.map(query => JSON.stringify({ id: query, query }));
    if (!asked.length && process.stdin.isTTY)
      console.error('Type questions such as {"query": "Dumeir"}, one a line; Ctrl+D ends. Or: qalam lookup Dumeir');
    await eachLine(asked, async lines => {
      const answers = lines
        .filter(line => line.trim() !== '')
        .map(line => answerLine(line, names, defaults, values.explain, unknown));
      for (const { error, misfit } of answers) {
        if (error !== undefined) told.error++;
        else if (misfit) told[misfit.beside]++;
      }
      const out = answers
        .map(
          ({ id, misfit, ...one }) => `${JSON.stringify({ id, ...(misfit && { misfit: misfit.message }), ...one })}\n`,
        )
        .join('');
      if (out && !process.stdout.write(out)) await new Promise(resolve => process.stdout.once('drain', resolve));
    });
    const { error, id, bracket } = told;
    if (error) console.error(`qalam: ${error} of the lines could not be answered; their answers say why.`);
    if (id) console.error(`qalam: the id does not fit in ${counted(id, 'question')}; “misfit” says why.`);
    if (bracket) console.error(`qalam: the brackets do not fit in ${counted(bracket, 'question')}; “misfit” says why.`);
    return error || id || (values.strict && bracket) ? 1 : 0;
  },
};

/** The lines that are given, or where there are none those of standard input. */
async function eachLine(given: readonly string[], take: (lines: readonly string[]) => Promise<void>): Promise<void> {
  if (given.length) return take(given);
  const cutter = new LineCutter();
  try {
    for await (const chunk of process.stdin) await take(cutter.add(chunk as Buffer));
  } catch (error) {
    throw new Failure(`Standard input cannot be read: ${reasonOf(error)}.`);
  }
  await take(cutter.end());
}

interface Answer {
  readonly id: unknown;
  readonly resolution?: 'generic';
  readonly misfit?: Misfit;
  readonly candidates?: readonly object[];
  readonly error?: string;
}

function answerLine(
  line: string,
  names: Gazetteer,
  defaults: Partial<Question>,
  explain: boolean,
  unknown: UnknownCodes,
): Answer {
  if (line.length > LONGEST_LINE)
    return { id: null, error: `This line is longer than ${LONGEST_LINE.toLocaleString('en')} characters.` };
  let read: unknown;
  try {
    read = JSON.parse(line.replace(/^\uFEFF/, ''));
  } catch {
    return { id: null, error: 'This line is not JSON.' };
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read))
    return { id: null, error: 'A question is a JSON object.' };
  const { id = null, query, kind, country, date, limit } = read as Record<string, unknown>;
  if (typeof query !== 'string') return { id, error: '“query” must be a text.' };
  if (kind != null && !kinds.includes(kind as EntityKind))
    return { id, error: `“kind” is one of ${kinds.join(', ')}.` };
  if (limit != null && !(Number.isInteger(limit) && (limit as number) >= 1 && (limit as number) <= MOST))
    return { id, error: `“limit” is a whole number from 1 to ${MOST}.` };
  const when = date == null ? undefined : typeof date === 'string' ? readDate(date) : null;
  if (when === null || when?.ok === false) return { id, error: '“date” must be a date in EDTF, such as "2014-11-14".' };
  const day = when?.value.earliest ?? '';
  const countries = countriesFrom(country ?? []);
  if (typeof countries === 'string') return { id, error: countries };
  unknown.tell(countries);
  const question: Question = {
    ...defaults,
    query,
    ...(kind != null && { kind: kind as EntityKind }),
    ...(limit != null && { limit: limit as number }),
    ...(countries.length && { country: countries }),
    ...(isDay(day) && { day }),
  };
  const candidates = answer(names, question);
  const generic = genericIn(names, question) && { resolution: 'generic' as const };
  const misfit = misfitOf(names, question, candidates);
  return {
    id,
    ...generic,
    ...(misfit && { misfit }),
    candidates: explain ? candidates : candidates.map(({ explain: _, ...rest }) => rest),
  };
}
