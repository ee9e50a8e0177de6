// Every check there is, in the order of the reference: the literal list of rules.
import type { Level, Settings } from '../../semantics/settings';
import { abroad } from './abroad';
import * as actors from './actors';
import * as aliases from './aliases';
import { anonymous } from './anonymous';
import { apart } from './apart';
import * as between from './between';
import { beyond } from './beyond';
import { bidi } from './bidi';
import { circle } from './circle';
import * as acled from './codebooks/acled';
import * as hierarchy from './codebooks/hierarchy';
import * as tables from './codebooks/tables';
import { coordinates } from './coordinates';
import * as counts from './counts';
import * as dates from './dates';
import { direction } from './direction';
import * as distances from './distances';
import * as fields from './fields';
import { former } from './former';
import * as ignore from './ignore';
import * as locations from './locations';
import * as names from './names';
import * as references from './references';
import type { Rule, RuleFacts, WholeRule } from './rule';
import { settingsRules } from './settingsFile';
import * as sources from './sources';
import { spelling } from './spelling';
import * as syntax from './syntax';
import { actorTwice, sourceTwice } from './twice';
import { twin } from './twin';
import { vague } from './vague';
import * as values from './values';

/** The checks of single blocks. */
export const blockRules: readonly Rule[] = [
  syntax.junk,
  syntax.keyword,
  syntax.margin,
  syntax.continuation,
  fields.title,
  fields.unknown,
  fields.repeated,
  fields.empty,
  fields.missing,
  values.unreadable,
  values.term,
  values.country,
  values.shape,
  dates.edtf,
  dates.impossible,
  dates.reversed,
  dates.calendar,
  dates.afterPublication,
  dates.validity,
  beyond,
  vague,
  counts.order,
  counts.unattributed,
  names.unknownPlace,
  names.ambiguousPlace,
  abroad,
  coordinates,
  distances.impossible,
  distances.unlikely,
  locations.nowhere,
  locations.elsewhere,
  apart,
  former,
  names.unknownActor,
  names.ambiguousActor,
  actors.leader,
  actors.nameDate,
  actors.inactive,
  actorTwice,
  anonymous,
  spelling,
  references.undefinedSource,
  sourceTwice,
  sources.order,
  sources.accessed,
  sources.archive,
  sources.reliability,
  references.undefinedEvent,
  circle,
  twin,
  references.duplicate,
  references.unknownId,
  direction,
  aliases.repeated,
  aliases.taken,
  aliases.brackets,
  aliases.mixed,
  bidi,
  acled.posture,
  acled.sides,
  acled.bystanders,
  acled.target,
  acled.taker,
  acled.captors,
  acled.crowd,
  acled.weapon,
  hierarchy.gravest,
  tables.date,
  tables.rows,
  tables.country,
  tables.words,
  tables.deaths,
  tables.year,
  tables.organised,
  ignore.unknownCode(() => [...codes]),
];

/** The checks of blocks together. */
export const wholeRules: readonly WholeRule[] = [between.sameSource, hierarchy.together];

/** What only the command line finds: an editor never sees such a file. */
export const encoding: RuleFacts = {
  code: 'file.encoding',
  severity: 'error',
  means: 'A file is not UTF-8 text. What could not be read stands as � in it.',
  why: 'Letters that are lost cannot be brought back later. Only the command line finds it, because an editor has decoded a file before it is checked.',
  example: '',
  instead: 'Save the file as UTF-8.',
  firm: true,
};

/** Every check there is, in the order of the reference. */
export const rules: readonly RuleFacts[] = [encoding, ...settingsRules, ...blockRules, ...wholeRules, ignore.unused];

/** What a check is called by. */
export const codes: ReadonlySet<string> = new Set(rules.map(({ code }) => code));

/** How grave a check is under some settings. */
export const levelOf = ({ code, severity }: RuleFacts, { checks }: Settings): Level => checks.get(code) ?? severity;

/** Codes that no comment holds back. */
export const firm: ReadonlySet<string> = new Set(rules.flatMap(({ code, firm }) => (firm ? [code] : [])));
