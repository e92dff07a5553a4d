import assert from 'node:assert/strict'
import { test } from 'node:test'
import { promise, stand } from '../../../../algorithms/consensus/multi-paxos/ballots.ts'
import { accepted, hear } from '../../../../algorithms/consensus/multi-paxos/slots.ts'
import {
  type Message,
  newServer,
  type Proposal,
  type State,
} from '../../../../algorithms/consensus/multi-paxos/state.ts'
import type { Processor } from '../../../../engine/index.ts'

/** A processor with two channels that keeps what is sent on the first of them. */
function keeping(sent: Message[]): Processor<Message> {
  const sendToAll = (message: Message): void => void sent.push(message)
  const send = (channel: number, message: Message): void => void (channel === 0 && sent.push(message))
  const others = { setTimer() {}, mark() {}, random: () => 0 }
  return { degree: 2, send, sendToAll, ...others } as unknown as Processor<Message>
}

const server = (parts: Partial<State> = {}): State => ({
  ...newServer({ id: 2, n: 3, value: 7 }, { entries: 3, pipeline: 2 }),
  ...parts,
})

const proposal = (round: number, value: number | null): Proposal => ({ ballot: [round, 0], value })

const proposals = (sent: readonly Message[]) =>
  sent.flatMap((message) => (message.type === 'accept' ? [[message.slot, message.value]] : []))

test('a leader proposes again the latest that was accepted for each slot, and a no-op where nothing was', () => {
  const sent: Message[] = []
  // It knows slot 0, and has accepted something for slot 2 in ballot (1, 0); who promises has something later there, nothing
  // for slots 1 and 3, and something for slot 4.
  const known = proposal(1, 10)
  const state = server({ accepted: [known, null, proposal(1, 30)], applied: [known], told: 1, round: 1 })
  stand(keeping(sent), state)
  assert.deepEqual(sent, [{ type: 'prepare', ballot: [2, 2], from: 1 }])
  const reported = [null, proposal(1, 31), null, proposal(1, 50)]
  // Of the same ballot and slot there is one proposal; here the other one is of a later ballot.
  reported[1] = { ballot: [1, 1], value: 31 }
  promise(keeping(sent), state, { type: 'promise', ballot: [2, 2], accepted: reported }, 0)
  assert.deepEqual(proposals(sent), [
    [1, null],
    [2, 31],
    [3, null],
    [4, 50],
  ])
  assert.equal(state.gaps, 2)
})

test('with a pipeline of two, a third slot is proposed when the first is chosen, and none is applied before those in front of it', () => {
  const sent: Message[] = []
  const state = server()
  stand(keeping(sent), state)
  promise(keeping(sent), state, { type: 'promise', ballot: [1, 2], accepted: [] }, 0)
  assert.deepEqual(proposals(sent), [
    [0, 7],
    [1, 7],
  ])
  accepted(keeping(sent), state, { type: 'accepted', ballot: [1, 2], slot: 1 }, 0)
  assert.equal(state.applied.length, 0)
  // An answer that comes twice is one answer, and one to an earlier ballot none.
  accepted(keeping(sent), state, { type: 'accepted', ballot: [0, 2], slot: 0 }, 0)
  assert.equal(state.applied.length, 0)
  accepted(keeping(sent), state, { type: 'accepted', ballot: [1, 2], slot: 0 }, 0)
  assert.equal(state.applied.length, 2)
  assert.deepEqual(proposals(sent).slice(2), [[2, 7]])
})

test('a follower learns what it has accepted in the leader’s ballot, and asks for what it has not', () => {
  const sent: Message[] = []
  const state = server({ promised: [2, 0], accepted: [proposal(2, 1), proposal(1, 2), proposal(2, 3)] })
  hear(keeping(sent), state, { type: 'heartbeat', ballot: [2, 0], chosen: 3 }, 0)
  assert.deepEqual(
    state.applied.map(({ value }) => value),
    [1],
  )
  assert.deepEqual(sent, [{ type: 'missing', ballot: [2, 0], from: 1 }])
})
