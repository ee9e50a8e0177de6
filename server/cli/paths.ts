// How a file is called in output: from the working directory where it lies below it, else by its whole path; always with `/`.
import path from 'node:path';

export function pathFromHere(file: string): string {
  const relative = path.relative(process.cwd(), file);
  const named = relative.startsWith('..') || path.isAbsolute(relative) ? path.resolve(file) : relative;
  return named.split(path.sep).join('/');
}
