// Which of many files an author is likeliest to need first.

/** The files in the order of how near they lie to one of those that are open; equally near ones as they come. */
export function nearestFirst(uris: readonly string[], open: readonly string[]): string[] {
  const folders = open.map(uri => uri.split('/').slice(0, -1));
  const isOpen = new Set(open);
  const distance = (uri: string): number => {
    if (isOpen.has(uri)) return -1;
    const folder = uri.split('/').slice(0, -1);
    return Math.min(...folders.map(other => steps(folder, other)));
  };
  return uris
    .map(uri => ({ uri, far: distance(uri) }))
    .sort((a, b) => a.far - b.far || 0)
    .map(({ uri }) => uri);
}

/** How many folders one leaves and enters on the way from one to the other. */
function steps(from: readonly string[], to: readonly string[]): number {
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared++;
  return from.length + to.length - 2 * shared;
}
