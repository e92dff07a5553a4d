import {
  type Algorithm,
  always,
  atMost,
  type ConfigurationView,
  eventually,
  type Processor,
  rootAwakeAtZero,
} from '../../engine/index.ts'

/**
 * Transfers of money: the root begins by sending what it has in two halves to neighbours by chance; whoever gets money sends
 * part of it on, until a transfer has been passed on often enough. Money is neither made nor lost, so that a snapshot can be
 * held to its sum. The example of Chandy & Lamport 1985.
 */
type Message = {
  readonly type: 'transfer'
  readonly amount: number
  /** How many more transfers it may lead to, one after the other. */
  readonly left: number
}
type Input = { readonly isRoot: boolean; readonly n: number }
interface State {
  readonly isRoot: boolean
  readonly n: number
  balance: number
}

/** What everybody has at first. */
const initial = 100

/** Transfers of money along two chains of messages. */
export const moneyTransfers: Algorithm<State, Message, Input> = {
  name: 'money-transfers',
  title: 'Transfers of money',
  summary: 'processors send each other money by chance, none of which is made or lost',
  source: 'Chandy & Lamport 1985',
  requires: { root: true, size: true, coins: true },
  terminates: false,

  initially: ({ isRoot, n }) => ({ isRoot, n, balance: initial }),

  uponStart(p, state) {
    if (state.isRoot) for (let i = 0; i < 2; i++) pay(p, state, 2 * state.n)
  },

  uponReceiving: {
    transfer(p, state, { amount, left }) {
      state.balance += amount
      if (left > 1) pay(p, state, left - 1)
    },
  },

  claims: {
    // Two chains of 2n transfers each, one after the other.
    messages: atMost('4n'),
    time: [atMost('2n', { when: rootAwakeAtZero }), atMost('w + 2n')],
  },

  properties: {
    noDebts: always(
      ({ states }) => states.every(({ balance }) => balance >= 0) || 'somebody has less than nothing',
    ),
    noMoneyIsLost: eventually(sumIsKept),
  },
}

function pay(p: Processor<Message>, state: State, left: number): void {
  if (p.degree === 0) return
  const amount = Math.floor(p.random() * (state.balance + 1))
  state.balance -= amount
  p.send(Math.floor(p.random() * p.degree), { type: 'transfer', amount, left })
}

function sumIsKept({ states }: ConfigurationView<State>): true | string {
  const sum = states.reduce((all, { balance }) => all + balance, 0)
  return sum === initial * states.length || `there are ${sum}, but there were ${initial * states.length}`
}
