// Long work in small slices, so that the server goes on answering in between.

/** Longest time in ms that work keeps the server from answering. */
const SLICE = 12;

/** Lets messages in and out. */
export const pause = (): Promise<void> => new Promise(resume => setTimeout(resume, 0));

/** Works through steps and gives way whenever a slice is over. Undefined when `stops` then says that nobody wants the result any more. */
export async function inSlices<Step, Result>(
  work: Generator<Step, Result>,
  stops: (step: Step) => boolean,
): Promise<Result | undefined> {
  let until = performance.now() + SLICE;
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    await pause();
    if (stops(step.value)) return undefined;
    until = performance.now() + SLICE;
  }
}
