/** The engine as a library: a network and an adversary of one's own, without files and the command line. */
import assert from 'node:assert/strict'
import { ComputedInstance, execute, graphFromChannels } from 'admissible'
import { echo, flooding } from 'admissible/algorithms'

/** Two hubs, 0 and 1, and between them three paths of so many processors. */
function theta(length) {
  const [u, v] = [[], []]
  const join = (a, b) => {
    u.push(a)
    v.push(b)
  }
  for (let path = 0; path < 3; path++) {
    const at = (i) => 2 + path * length + i
    join(0, at(0))
    for (let i = 1; i < length; i++) join(at(i - 1), at(i))
    join(at(length - 1), 1)
  }
  return graphFromChannels(2 + 3 * length, u, v)
}

/** Lets one path between the hubs be quick and the others slow. */
const favourOnePath = (length) => ({
  delay({ sender, receiver }) {
    const quick = Math.max(sender, receiver) < 2 + length
    return quick ? 1 / 1024 : 1
  },
})

const length = 4
const network = theta(length)
const instance = new ComputedInstance(network, { root: 0 })
const unit = { kind: 'constant' }
const adversary = { kind: 'adversary', bounded: true, adversary: favourOnePath(length) }

for (const algorithm of [flooding, echo])
  for (const [name, delays] of Object.entries({ 'all delays 1': unit, 'one quick path': adversary })) {
    const { outcome, measures } = execute(algorithm, instance, { kind: 'asynchronous', delays })
    assert.equal(outcome.kind, 'terminated')
    console.log(
      `${algorithm.name.padEnd(8)} ${name.padEnd(14)} ${measures.messages} messages, time ${measures.time.toFixed(2)}`,
    )
  }
