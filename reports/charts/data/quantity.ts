import { didYouMean, InputError, type Measure, measureParts } from '../../../engine/index.ts'
import type { Row } from '../../../experiments/cell/index.ts'
import { quantile } from '../../statistics/describe.ts'
import type { Group } from '../../statistics/groups.ts'
import { measuredOf } from '../../statistics/row-claims.ts'
import { dimensions } from '../../wording/dimensions.ts'
import { measureTitle, measureWords } from '../../wording/measures.ts'
import { parameterNames, type Swept, sweptNamed } from './swept.ts'

/** What lies along the level axis of a chart: a number that the sweep varies, or that is measured in each run. */
export interface Quantity {
  /** As charts are asked for it: `n`, `topology_degree`, `ecc`, `column:phases`. */
  readonly name: string
  /** What the axis is called. */
  readonly title: string
  /** What a title calls it: “the number of processors”. */
  readonly words: string
  /** What of the sweep it is; null for what differs from run to run. */
  readonly swept: Swept | null
  /** Its value in a run; null where there is none, and where it is a matter of the sweep. */
  readonly ofRow: (row: Row) => number | null
  /** Its value in a group, the median of the runs where these differ; null where there is none. */
  readonly of: (group: Group) => number | null
}

const size: Quantity = {
  name: 'n',
  title: 'n (processors)',
  words: 'the number of processors',
  swept: sweptNamed('n'),
  ofRow: ({ n }) => n,
  of: ({ key }) => key.n,
}

/** What is known of a network once it is built, with the other name that it has in tables. */
const ofNetworks: readonly {
  readonly names: readonly string[]
  readonly title: string
  readonly words: string
  readonly read: (row: Row) => number | null
}[] = [
  { names: ['m'], title: 'm (channels)', words: 'the number of channels', read: ({ m }) => m },
  {
    names: ['D', 'diameter'],
    title: 'diameter D (channels)',
    words: 'the diameter',
    read: ({ diameter }) => diameter,
  },
  {
    names: ['ecc', 'root_eccentricity'],
    title: 'eccentricity of the root (channels)',
    words: 'the eccentricity of the root',
    read: (row) => row.root_eccentricity,
  },
]

/** The number of processors, against which costs are drawn unless something else is asked for. */
export const sizeQuantity = size

/** Reads what is to lie along the level axis; an InputError says what would be right. */
export function quantityNamed(name: string): Quantity {
  if (name === 'n') return size
  const network = ofNetworks.find(({ names }) => names.includes(name))
  if (network !== undefined) {
    const { title, words, read } = network
    return { name, title, words, swept: null, ofRow: read, of: medianOf(read) }
  }
  if (measureParts(name) !== null) {
    const measure = name as Measure
    const words = measureWords(measure)
    const read = (row: Row) => measuredOf(row, measure)
    return { name, title: measureTitle(measure), words, swept: null, ofRow: read, of: medianOf(read) }
  }
  if (dimensions.some((one) => one === name))
    throw new InputError(
      `“${name}” is no number; write n, m, D, ecc, a parameter such as topology_degree, or column:NAME`,
    )
  const known = ['n', ...ofNetworks.flatMap(({ names }) => names)]
  if (!/[_:]/.test(name))
    throw new InputError(
      `“${name}” is nothing that can lie along an axis${columnHint(name) || didYouMean(name, known) || `; write ${known.join(', ')}, a parameter such as topology_degree, or column:NAME`}`,
    )
  const swept = sweptNamed(name)
  return {
    name,
    title: swept.title,
    words: /^\w,/.test(swept.words) ? swept.words : `the ${swept.words}`,
    swept,
    ofRow: () => null,
    of({ key }) {
      const value = swept.read(key)
      return typeof value === 'number' ? value : null
    },
  }
}

/** A parameter without its dimension. */
function columnHint(name: string): string {
  const [found] = parameterNames().filter((one) => one.endsWith(`_${name}`))
  return found === undefined ? '' : `; did you mean ${found}?`
}

const medianOf =
  (read: (row: Row) => number | null) =>
  ({ complete }: Group): number | null => {
    const values = complete.map(read).filter((value) => value !== null)
    return values.length === 0 ? null : quantile(values, 0.5)
  }
