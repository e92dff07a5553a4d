/** Stands for a liar, whose state does not matter. */
export const liarHere = -1

/** What may become of one processor in a round. */
export interface Course {
  readonly local: number
  /** In how many ways. */
  readonly ways: number
  /** How many messages that count are sent to it, at least and at most. */
  readonly least: number
  readonly most: number
  /** Whether some of what is sent to it can arrive. */
  readonly heard: boolean
  /** Which of those who act have omitted something here, as bits. */
  readonly erred: number
  /** One of the ways, with the most messages: which of those who act reach it, and by which channels it is deaf. */
  readonly reached: number
  readonly deaf: number
  /** What each liar tells it: the numbers of messages. */
  readonly lies: readonly (readonly number[])[]
}

/** The different courses of a processor. */
export class Courses {
  readonly #byKey = new Map<string, Course>()

  get all(): Course[] {
    return [...this.#byKey.values()]
  }

  add(course: Course): void {
    const key = `${course.local} ${course.erred}`
    const known = this.#byKey.get(key)
    if (known === undefined) {
      this.#byKey.set(key, course)
      return
    }
    const fuller = course.most > known.most ? course : known
    this.#byKey.set(key, {
      ...fuller,
      ways: known.ways + course.ways,
      least: Math.min(known.least, course.least),
      heard: known.heard || course.heard,
    })
  }
}

/** All subsets of the places that may be in one, as bits, all of them first. */
export function subsets(may: readonly boolean[]): number[] {
  let sets = [0]
  for (const [i, one] of may.entries()) if (one) sets = sets.flatMap((set) => [set | (1 << i), set])
  return sets
}
