// The JSON Schema (2020-12) of the settings file, for editors that complete and check JSON.
import { countryNames } from '../gazetteer/countries';
import { levels, settingsMembers } from '../semantics/settings';
import { profiles } from '../syntax/vocabulary';
import type { JsonObject } from './document';

/** What of a check the schema tells. */
interface Check {
  readonly code: string;
  readonly severity: string;
  readonly means: string;
}

/** The schema, as a JSON value. */
export function settingsSchema(checks: readonly Check[]): JsonObject {
  const profile: JsonObject = { enum: profiles.map(({ term }) => term) };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:qalam:settings:1',
    title: 'Qalam settings',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string', description: settingsMembers.$schema },
      country: {
        description: settingsMembers.country,
        type: 'array',
        items: { anyOf: [{ enum: [...countryNames()] }, { type: 'string' }] },
      },
      profile: { description: settingsMembers.profile, anyOf: [profile, { type: 'array', items: profile }] },
      checks: {
        description: settingsMembers.checks,
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          checks.map(({ code, severity, means }) => [
            code,
            { description: `${means} (${severity})`, enum: [...levels], default: severity },
          ]),
        ),
      },
    },
  };
}
