/** An experiment whose runs take long enough to be killed in, with an algorithm that is in no catalogue. */
export const slowExperiment = `
import { exactly } from 'admissible'
const slow = {
  name: 'slow-broadcast',
  requires: { root: true },
  terminates: false,
  initially: ({ isRoot }) => ({ isRoot, sum: 0 }),
  uponStart(p, state) {
    if (!state.isRoot) return
    for (let i = 0; i < 2_000_000; i++) state.sum = (state.sum + i * i) % 1_000_003
    p.sendToAll({ type: 'M' })
  },
  uponReceiving: { M() {} },
  claims: { messages: exactly('n - 1') },
}
export default {
  name: 'slow', question: 'Is anything lost or doubled?', algorithms: [slow, 'flooding'], topologies: ['star'],
  sizes: [4, 8, 16], inputs: ['root=0'], replicates: 40, seed: 1,
}
`
