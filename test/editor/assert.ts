// The few assertions the suite needs, in a form that runs in a web worker too.

export function ok(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

export function equal<T>(actual: T, expected: T, what: string): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what}: expected ${b}, got ${a}`);
}

/** One of the texts matches; the message lists them. */
export function some(texts: readonly string[], pattern: RegExp, what: string): void {
  ok(
    texts.some(text => pattern.test(text)),
    `${what}: nothing like ${pattern} among ${JSON.stringify(texts.slice(0, 20))}`,
  );
}
