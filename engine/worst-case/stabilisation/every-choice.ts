import type { Choose } from '../../model/index.ts'

/** All that something can become that is made by choices, with what is chosen. */
export function* everyChoice<T>(
  make: (choose: Choose) => T,
): Generator<{ readonly choices: readonly number[]; readonly made: T }> {
  for (let choices: number[] = []; ; ) {
    const counts: number[] = []
    const made = make((count) => {
      choices[counts.length] ??= 0
      return choices[counts.push(count) - 1]!
    })
    yield { choices, made }
    let last = counts.length - 1
    while (last >= 0 && choices[last]! + 1 >= counts[last]!) last--
    if (last < 0) return
    choices = [...choices.slice(0, last), choices[last]! + 1]
  }
}
