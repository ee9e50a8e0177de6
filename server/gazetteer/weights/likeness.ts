// What each measure of likeness is worth, on the scale of the costs. Written by scripts/fit-likeness.mjs.

/** Weights of the measures, where the report names a country and where it names none. */
export const WEIGHTS: Readonly<Record<'country' | 'world', Readonly<Record<string, number>>>> = {
  country: {
    cost: -0.53,
    root: -0.714,
    perSound: -0.244,
    ends: 0.616,
    skeleton: 0.229,
    first: 0.102,
    last: 0.058,
    lengths: -0.035,
    longer: 0.094,
    words: 0.334,
    canonical: 0.103,
    votes: 0.293,
    names: -0.244,
    size: 0.045,
    unsized: 0.074,
  },
  world: {
    cost: -0.464,
    root: -0.845,
    perSound: -0.306,
    ends: 0.684,
    skeleton: 0.142,
    first: 0.066,
    last: 0.077,
    lengths: -0.067,
    longer: 0.15,
    words: 0.308,
    canonical: 0.094,
    votes: 0.281,
    names: -0.19,
    size: 0.04,
    unsized: 0.132,
  },
};
