// The one list of export formats; the command line, the editor and the reference read it.
import { acled } from './acled';
import { digest } from './digest';
import type { Exporter } from './exporter';
import { csv, parquet } from './folder';
import { geojson } from './geojson';
import { hxl } from './hxl';
import { json, ndjson } from './json';
import { kml } from './kml';
import { ucdp } from './ucdp';

export const formats: readonly Exporter[] = [json, ndjson, geojson, ucdp, acled, hxl, csv, parquet, kml, digest];

/** The format of that name; undefined when there is none. */
export const formatOf = (name: string): Exporter | undefined => formats.find(format => format.name === name);
