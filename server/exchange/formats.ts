// The one list of export formats; the command line, the editor and the reference read it.
import type { Exporter } from './exporter';
import { csv, parquet } from './folder';
import { geojson } from './geojson';
import { json, ndjson } from './json';

export const formats: readonly Exporter[] = [json, ndjson, geojson, csv, parquet];

/** The format of that name; undefined when there is none. */
export const formatOf = (name: string): Exporter | undefined => formats.find(format => format.name === name);
