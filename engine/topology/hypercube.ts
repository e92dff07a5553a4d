import { HypercubeGraph } from './computed/hypercube-graph.ts'
import type { TopologyFamily } from './family.ts'
import { needsNumbersFor } from './sizes.ts'

/** The hypercube: processors whose numbers differ in one bit are joined. Channel i leads across dimension i: bit i. */
export const hypercube: TopologyFamily<'hypercube'> = {
  name: 'hypercube',
  summary: 'n = 2^k; channel i leads to the processor whose number differs in bit i',
  random: false,
  computed: true,
  parameters: {},
  sizeProblem(n) {
    const dimension = dimensionOf(n)
    if (n >= 2 && n === 2 ** dimension) return needsNumbersFor((n / 2) * dimension)
    return n < 2 ? 'n = 2^k ≥ 2' : `n = 2^k; the nearest are ${2 ** dimension} and ${2 ** (dimension + 1)}`
  },
  closedForm: (n) => ({ m: (n / 2) * dimensionOf(n), diameter: dimensionOf(n) }),

  build({ n }) {
    const dimension = dimensionOf(n)
    return new HypercubeGraph(dimension, { orientation: 'hypercube', diameter: dimension })
  },
}

/** ⌊log2 n⌋, for n ≥ 1. */
function dimensionOf(n: number): number {
  return 31 - Math.clz32(n)
}
