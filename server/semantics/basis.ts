// What an answer was worked out from, so that it need not be worked out again while none of that has changed.

/** Something that can be asked about the names and definitions of a workspace: `source:as-safir`. As a number, it takes little room. */
export type Question = number;

/** Two questions may have one number by chance: then an answer is worked out once too often, and no harm is done. */
export function question(about: string, name = ''): Question {
  let sum = 17;
  for (let i = 0; i < about.length; i++) sum = (Math.imul(sum, 31) + about.charCodeAt(i)) | 0;
  sum = Math.imul(sum, 31) | 0;
  for (let i = 0; i < name.length; i++) sum = (Math.imul(sum, 31) + name.charCodeAt(i)) | 0;
  return sum;
}

/** So few questions are quicker gone through than looked up. */
const FEW = 16;
/** And only so many states are gone through for them. */
const RECENT = 64;

/** When the answers to questions changed, counted in states of the workspace. One for all states over the same gazetteers and settings. */
export class Changes {
  private readonly changed = new Map<Question, number>();
  /** The questions that changed from each state to the next, where they are few. */
  private readonly steps: (readonly Question[] | undefined)[] = [];
  /** Those that have changed since a state, for as long as there is no newer one. */
  private readonly since = new Map<number, readonly Question[] | undefined>();

  /** The number of the newest state. */
  get latest(): number {
    return this.steps.length;
  }

  /** A new state, in which these have other answers than in the one before it; gives its number. */
  next(questions: readonly Question[]): number {
    this.steps.push(questions.length <= FEW ? questions : undefined);
    this.since.clear();
    for (const one of questions) this.changed.set(one, this.latest);
    return this.latest;
  }

  /** Whether all of these have the answers in one state that they have in the other; false also where that is no longer known. */
  agree(questions: readonly Question[], one: number, other: number): boolean {
    if (one === other) return true;
    const since = Math.min(one, other);
    const few = this.fewSince(since);
    if (few) {
      for (const question of few) if (questions.includes(question)) return false;
      return true;
    }
    for (const question of questions) if ((this.changed.get(question) ?? 0) > since) return false;
    return true;
  }

  private fewSince(state: number): readonly Question[] | undefined {
    if (this.since.has(state)) return this.since.get(state);
    let few: readonly Question[] | undefined = this.latest - state <= RECENT ? [] : undefined;
    for (let i = state; few && i < this.steps.length; i++) {
      const step = this.steps[i];
      few = step && few.length <= FEW ? [...new Set([...few, ...step])] : undefined;
    }
    this.since.set(state, few);
    return few;
  }
}

/** A state of the workspace, seen from some countries and profiles. */
export interface Standpoint {
  readonly changes: Changes;
  readonly state: number;
  readonly view: string;
}

/** What an answer rests on: from where questions were asked, and which. */
export interface Basis {
  readonly from: Standpoint;
  readonly asked: readonly Question[];
}

/** The questions that are being asked. */
export class Ear {
  private heard: Set<Question> | undefined;

  hear(question: Question): void {
    this.heard?.add(question);
  }

  /** Works something out and gives what was asked for it. */
  listen<Value>(work: () => Value): readonly [Value, readonly Question[]] {
    const outer = this.heard;
    const heard = new Set<Question>();
    this.heard = heard;
    try {
      const value = work();
      return [value, [...heard]];
    } finally {
      this.heard = outer;
      if (outer) for (const one of heard) outer.add(one);
    }
  }
}
