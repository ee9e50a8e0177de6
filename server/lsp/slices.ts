// Long work in small slices, so that the server goes on answering in between.

/** Longest time in ms that work keeps the server from answering. */
const SLICE = 12;

/** How long, in ms, nothing is edited before steps begin that take longer than a keystroke may and that nobody waits for. */
export const REST = 60;

/**
 * Lets messages in and out, for some ms. Node runs timers that are due one after another without looking for messages in between; after
 * what it runs “immediately” it looks. Browsers know only timers.
 */
export const pause = (ms = 0): Promise<void> =>
  new Promise(resume => {
    if (ms > 0 || typeof setImmediate === 'undefined') setTimeout(resume, ms);
    else setImmediate(resume);
  });

/** Until when work may go on: several pieces of work that follow one another share one. */
export class Turn {
  private until = performance.now() + SLICE;

  get over(): boolean {
    return performance.now() >= this.until;
  }

  async next(): Promise<void> {
    await pause();
    this.until = performance.now() + SLICE;
  }
}

/** Works through steps and gives way whenever a slice is over. Undefined when `stops` then says that nobody wants the result any more. */
export async function inSlices<Step, Result>(
  work: Generator<Step, Result>,
  stops: (step: Step) => boolean,
  turn: Turn = new Turn(),
): Promise<Result | undefined> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (!turn.over) continue;
    await turn.next();
    if (stops(step.value)) return undefined;
  }
}
