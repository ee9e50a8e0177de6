// The project's own files, for the tests that hold it to its shape.
import fs from 'node:fs';
import path from 'node:path';
import { root } from './world';

/** Paths, with `/`, of the files below a folder whose names end so; in order. */
export const filesBelow = (folder: string, ...endings: readonly string[]): string[] =>
  fs
    .readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && endings.some(ending => entry.name.endsWith(ending)))
    .map(entry => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();

export const textOf = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8');

/** Code without its comments and without what stands in quotes. */
export const bare = (code: string): string =>
  code.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g, quoted =>
    /^\/[*/]/.test(quoted) ? '' : "''",
  );

export interface Import {
  /** What is imported: a file of the project by its path without ending, anything else by its name. */
  readonly from: string;
  /** Whether only types are taken, so that nothing of it is there when the program runs. */
  readonly typesOnly: boolean;
}

/** What a module imports or passes on. */
export function importsOf(file: string): Import[] {
  const statements = textOf(file).matchAll(
    /^(?:import|export)\s+(?:(type\s+)?([\w*{},\s]+?)\s+from\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm,
  );
  return [...statements].map(([, type, names = '', from, dynamic]) => {
    const named = /^\{([^}]*)\}$/.exec(names.trim())?.[1];
    const eachType = named?.split(',').every(name => !name.trim() || /^\s*type\s/.test(name)) ?? false;
    return { from: resolved(file, (from ?? dynamic)!), typesOnly: type !== undefined || eachType };
  });
}

const resolved = (file: string, from: string): string =>
  from.startsWith('.') ? path.posix.join(path.posix.dirname(file), from) : from;
