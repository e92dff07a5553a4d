import type { Figure } from '../charts/figures.ts'
import { distinct } from '../group-by.ts'
import { capitalised } from './capitalised.ts'
import { labelOf } from './dimensions.ts'

/** How axes name each measure, with its unit. */
export const costAxis = {
  messages: 'messages',
  time: 'time (in units of the largest message delay)',
} as const

/** A title in words; if all is about one algorithm, it says so: “Flooding: messages against …”. */
export function titled({ groups, manifest }: Pick<Figure, 'groups' | 'manifest'>, what: string): string {
  const algorithms = distinct(groups.map(({ key }) => labelOf(key, 'algorithm', manifest)))
  return algorithms.length === 1 ? `${algorithms[0]}: ${what}` : capitalised(what)
}
