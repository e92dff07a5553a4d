/** A user's module with a network, delays and a wake-up of its own. */
export const familiesModule = `
import { defineDelays, defineTopology, defineWakeUp } from 'admissible'

export const wheel = defineTopology({
  name: 'wheel',
  summary: 'a ring, some of whose processors are joined to a hub',
  parameters: { spokes: { kind: 'integer', default: 3, min: 1, description: 'how many are joined to the hub' } },
  sizeProblem: (n, { spokes }) => (n > Number(spokes) ? null : \`n > \${spokes}, the spokes\`),
  *channels({ n, values }) {
    for (let p = 1; p < n; p++) yield [p, p === n - 1 ? 1 : p + 1]
    for (let p = 1; p <= Number(values.spokes); p++) yield [0, p]
  },
})

export const triangular = defineDelays({
  name: 'triangular',
  summary: 'the mean of two uniform delays',
  delay: ({ stream }) => (stream.uniformPositive() + stream.uniformPositive()) / 2,
})

export const pair = defineWakeUp({
  name: 'pair',
  summary: 'processor 0 and another',
  parameters: { other: { kind: 'integer', default: 1, min: 1, description: 'the other' } },
  times: ({ n, values }) => Array.from({ length: n }, (_, p) => (p === 0 || p === values.other ? 0 : Infinity)),
})
`
