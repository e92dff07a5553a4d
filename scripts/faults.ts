/** Faults to plant in the fast engine, as it is built. */

export interface Fault {
  readonly name: string
  /** In engine. */
  readonly file: string
  /** What stands there once, and what is put in its place. */
  readonly right: string
  readonly wrong: string
}

export const faults: readonly Fault[] = [
  {
    name: 'a lost message: the last of each event that sends several',
    file: 'simulation/loops/departures.js',
    right: 'this.#departed = length;\n        this.#delays.draw(',
    wrong:
      'if (length > begin + 1) outbox.length--; this.#departed = outbox.length;\n        this.#delays.draw(',
  },
  {
    name: 'a duplicated message: all that an event sends arrives twice',
    file: 'simulation/loops/asynchronous.js',
    right: 'machine.parcels.pack(outbox);\n            this.#queue.enter(outbox);',
    wrong: 'machine.parcels.pack(outbox); this.#queue.enter(outbox), this.#queue.enter(outbox);',
  },
  {
    name: 'a swapped tie: of two messages on one channel at one instant, the later sent comes first',
    file: 'simulation/queues/sort-by-slot.js',
    right: 'slots[j] > slot',
    wrong: 'slots[j] >= slot',
  },
  {
    name: 'a wrong port: the receiver is told the next channel',
    file: 'simulation/machine/machine.js',
    right: 'message, channel)',
    wrong: 'message, (channel + 1) % this.actions.degree)',
  },
  {
    name: 'a late comp: messages that arrive at one instant are processed in events of their own',
    file: 'simulation/loops/asynchronous.js',
    right: 'if (queue.nextTime === now) {',
    wrong: 'if (false) {',
  },
  {
    name: 'a message that overtakes on a channel that is first in, first out',
    file: 'simulation/loops/waits.js',
    right: 'if (arrival < latest[slot]) {',
    wrong: 'if (false) {',
  },
  {
    name: 'a terminated processor that goes on',
    file: 'simulation/machine/machine.js',
    right: 'if (this.statuses.terminated(processor))\n            return false;',
    wrong: 'if (this.statuses.terminated(processor))\n            return true;',
  },
  {
    name: 'a processor that starts where it should only join',
    file: 'simulation/machine/machine.js',
    right: "if (this.algorithm.wokenByMessage !== 'joins')",
    wrong: 'if (true)',
  },
  {
    name: 'a wake-up that never comes: that of the last processor',
    file: 'simulation/loops/asynchronous.js',
    right: 'if (wakeTimes[p] === 0)\n',
    wrong: 'if (wakeTimes[p] === 0 && (p === 0 || p < graph.n - 1))\n',
  },
  {
    name: 'a wrong count: one message for each event that sends',
    file: 'simulation/machine/machine.js',
    right: 'const messages = failures === null ? length - counted : ',
    wrong: 'const messages = failures === null ? 1 : ',
  },
  {
    name: 'a wrong payload: the content of the message at work before',
    file: 'simulation/transit/payloads.js',
    right: 'if (handle !== this.#latestHandle) {\n            this.#leaveLatest();',
    wrong: 'if (this.#latest === undefined) {\n            this.#leaveLatest();',
  },
  {
    name: 'a shared coin: all processors flip that of the first',
    file: 'simulation/machine/coins.js',
    right: "this.#streams.stream('coins', processor)",
    wrong: "this.#streams.stream('coins', 0)",
  },
  {
    name: 'a time that ends too early: messages to terminated processors do not count',
    file: 'simulation/machine/watch.js',
    right: '? lastProcessed : latest;',
    wrong: '? lastProcessed : lastProcessed;',
  },
  {
    name: 'a queue that is not in order: what falls into the current bucket waits for its end',
    file: 'simulation/queues/bucket-queue.js',
    right: 'sorted.length === 0 || this.#late.nextTime < sorted.events.times[sorted.begin << 1]',
    wrong: 'sorted.length === 0',
  },
  {
    name: 'messages that enter the queue too late: when all that is known to come has happened',
    file: 'simulation/loops/asynchronous.js',
    right: 'if (queue.nextTime >= departures.earliest)',
    wrong: 'if (queue.nextTime === Number.POSITIVE_INFINITY)',
  },
  {
    name: 'a lookahead that is too long: twice the least delay',
    file: 'simulation/loops/departures.js',
    right: 'this.earliest = this.#machine.now + least;',
    wrong: 'this.earliest = this.#machine.now + 2 * least;',
  },
  {
    name: 'a terminated processor that takes the place of a message to another in a bucket',
    file: 'simulation/queues/bucket-ring.js',
    right: 'tail & (done - 1)',
    wrong: 'tail',
  },
  {
    name: 'a later wake-up that is taken for a message when the buckets change their width',
    file: 'simulation/queues/bucket-queue.js',
    right: 'this.#put(all, null)',
    wrong: 'this.#put(all, this.absorber)',
  },
  {
    name: 'mixed up parcels: what does not fit one word overwrites what was stored before',
    file: 'simulation/transit/parcels.js',
    right: 'this.#free.pop() ?? this.#stored++',
    wrong: 'Math.min(this.#stored++, 0)',
  },
  {
    name: 'a wrong round: whoever wakes later does so a round too late',
    file: 'simulation/loops/rounds.js',
    right: 'this.#enterWakeUps(this.#round + 1, this.#sent);',
    wrong: 'this.#enterWakeUps(this.#round, this.#sent);',
  },
  {
    name: 'a message that does not wait for the step of its receiver',
    file: 'simulation/loops/waits.js',
    right: 'arrival = steps.next(receivers[i], arrival);',
    wrong: '',
  },
]
