// Fetches a file over HTTP, going on where an earlier try was cut off.
import fs from 'node:fs';
import { Failure, reasonOf } from '../failure';

/** Milliseconds without a byte after which a server counts as silent. */
const SILENCE = 30_000;
/** Times that a transfer which was cut off is taken up again. */
const TRIES = 4;

/** Hears how many bytes have come, and of how many; undefined when the server does not say. */
export type Heard = (bytes: number, of: number | undefined) => void;

/**
 * Puts what stands at the address into the file. Until all of it is there it lies beside as `FILE.part`, with what tells its version
 * (RFC 9110: ETag or Last-Modified) in `FILE.version`; a later call asks for the rest only (Range with If-Range). Throws `Failure` when the
 * server has no such file, cannot be reached or stays silent.
 */
export async function download(url: string, file: string, heard: Heard = () => {}): Promise<void> {
  for (let tries = 1; ; tries++) {
    const before = sizeOf(`${file}.part`);
    try {
      await fetchRest(url, file, heard);
      fs.renameSync(`${file}.part`, file);
      fs.rmSync(`${file}.version`, { force: true });
      return;
    } catch (error) {
      if (error instanceof Failure) throw error;
      // A transfer that came further is taken up again at once; one that did not is told.
      if (tries < TRIES && sizeOf(`${file}.part`) > before) continue;
      const had = sizeOf(`${file}.part`);
      const kept = had
        ? ` What has come so far (${(had / 1e6).toFixed(1)} MB) is kept: the same command goes on there.`
        : '';
      throw new Failure(`${url} cannot be fetched: ${whyOf(error)}.${kept}`);
    }
  }
}

async function fetchRest(url: string, file: string, heard: Heard): Promise<void> {
  const silent = new AbortController();
  let timer = setTimeout(() => silent.abort(), SILENCE);
  const part = `${file}.part`;
  const version = readIfThere(`${file}.version`);
  const from = version === undefined ? 0 : sizeOf(part);
  try {
    const headers = from > 0 && version !== undefined ? { range: `bytes=${from}-`, 'if-range': version } : undefined;
    const response = await fetch(url, { signal: silent.signal, ...(headers && { headers }) });
    if (response.status === 416) {
      fs.rmSync(part, { force: true });
      throw new Error('what had come before does not fit the file there is now');
    }
    if (!response.ok || !response.body) throw refusal(url, response.status);
    const goesOn = response.status === 206;
    const rest = response.headers.get('content-length');
    const start = goesOn ? from : 0;
    const whole = rest === null ? undefined : start + Number(rest);
    keepVersion(`${file}.version`, response.headers);
    const out = fs.openSync(part, goesOn ? 'a' : 'w');
    let have = start;
    try {
      for await (const chunk of response.body) {
        clearTimeout(timer);
        timer = setTimeout(() => silent.abort(), SILENCE);
        fs.writeSync(out, chunk);
        have += chunk.length;
        heard(have, whole);
      }
    } finally {
      fs.closeSync(out);
    }
    if (whole !== undefined && have !== whole) throw new Error('the connection was cut');
  } finally {
    clearTimeout(timer);
  }
}

function refusal(url: string, status: number): Failure {
  if (status === 404 || status === 410) return new Failure(`The server has no ${url}.`);
  return new Failure(`${url} cannot be fetched: the server answered ${status}. Try again later.`);
}

/** A weak ETag does not promise the same bytes, so the date stands in for it. */
function keepVersion(file: string, headers: Headers): void {
  const tag = headers.get('etag');
  const version = tag !== null && !tag.startsWith('W/') ? tag : headers.get('last-modified');
  if (version === null) fs.rmSync(file, { force: true });
  else fs.writeFileSync(file, version);
}

const sizeOf = (file: string): number => fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;

function readIfThere(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return;
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOTFOUND: 'the server cannot be found; this machine may be offline',
  EAI_AGAIN: 'the server cannot be found; this machine may be offline',
  ECONNREFUSED: 'the server refuses the connection',
  ECONNRESET: 'the connection was cut',
  ETIMEDOUT: 'the server does not answer',
  UND_ERR_CONNECT_TIMEOUT: 'the server does not answer',
  UND_ERR_SOCKET: 'the connection was cut',
};

function whyOf(error: unknown): string {
  const { name, message, cause } = error as Error & { cause?: { code?: string } };
  if (name === 'AbortError') return `nothing came for ${SILENCE / 1000} seconds`;
  if (message === 'terminated') return 'the connection was cut';
  if (/redirect/.test((cause as Error | undefined)?.message ?? ''))
    return 'the server sends on from one address to the next without end';
  return reasons[cause?.code ?? ''] ?? reasonOf(cause ?? error);
}
