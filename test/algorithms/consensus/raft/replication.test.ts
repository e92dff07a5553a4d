import assert from 'node:assert/strict'
import { test } from 'node:test'
import { append, appended, replicate } from '../../../../algorithms/consensus/raft/replication.ts'
import {
  type Entry,
  type Message,
  newServer,
  type State,
} from '../../../../algorithms/consensus/raft/state.ts'
import type { Processor } from '../../../../engine/index.ts'

/** A processor with one channel that keeps what is sent. */
function keeping(sent: Message[]): Processor<Message> {
  const send = (_: number, message: Message): void => void sent.push(message)
  const others = { setTimer() {}, mark() {}, random: () => 0 }
  return { degree: 1, send, ...others } as unknown as Processor<Message>
}

const logOf = (terms: readonly number[]): Entry[] => terms.map((term, i) => ({ term, value: 10 * term + i }))

const server = (log: Entry[], parts: Partial<State>): State => ({
  ...newServer({ id: 0, n: 2, value: 7 }, 1),
  term: 8,
  log,
  next: [log.length],
  match: [0],
  ...parts,
})

/** The log of the leader for term 8 and those of its followers, by terms: Ongaro & Ousterhout 2014, figure 7. */
const leading = [1, 1, 1, 4, 4, 5, 5, 6, 6, 6]
const following: Readonly<Record<string, readonly number[]>> = {
  a: [1, 1, 1, 4, 4, 5, 5, 6, 6],
  b: [1, 1, 1, 4],
  c: [1, 1, 1, 4, 4, 5, 5, 6, 6, 6, 6],
  d: [1, 1, 1, 4, 4, 5, 5, 6, 6, 6, 7, 7],
  e: [1, 1, 1, 4, 4, 4, 4],
  f: [1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3],
}

for (const [name, terms] of Object.entries(following))
  test(`the log of follower ${name} of figure 7 comes to have all that the leader has, and loses nothing that agrees`, () => {
    const [down, up]: [Message[], Message[]] = [[], []]
    const leader = server(logOf(leading), { role: 'leader' })
    const follower = server(logOf(terms), {})
    // So that what a heartbeat asks about is its last entry, the leader’s log has one of the term 8.
    leader.log.push({ term: 8, value: 7 })
    leader.next = [leader.log.length]
    replicate(keeping(down), leader)
    for (let exchanges = 0; down.length > 0; exchanges++) {
      assert.ok(exchanges < 20)
      append(keeping(up), follower, down.shift() as never, 0)
      appended(keeping(down), leader, up.shift() as never, 0)
      if (leader.commit === leader.log.length && down.length === 1) break
    }
    assert.deepEqual(follower.log, leader.log)
    assert.equal(leader.commit, 11)
  })

test('an entry of an earlier term is not committed though a majority has it, until one of the leader’s own is: figure 8', () => {
  // By hand, (c) and (e) of the figure: of five, the leader of term 4 has entries of terms 1 and 2, and so have two others. One
  // of a later term could still take the place of the second. Once its own third entry is on three, all three are committed.
  const p = { ...keeping([]), degree: 4 } as Processor<Message>
  const leader = server(logOf([1, 2, 4]), {
    n: 5,
    term: 4,
    role: 'leader',
    next: [2, 2, 0, 0],
    match: [0, 0, 0, 0],
  })
  const confirm = (from: number, index: number) =>
    appended(p, leader, { type: 'appended', term: 4, success: true, index }, from)
  confirm(0, 2)
  confirm(1, 2)
  assert.equal(leader.commit, 0)
  confirm(0, 3)
  assert.equal(leader.commit, 0)
  confirm(1, 3)
  assert.equal(leader.commit, 3)
  assert.deepEqual(
    leader.applied.map(({ term }) => term),
    [1, 2, 4],
  )
})
