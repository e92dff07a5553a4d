/** Faults to plant in the fast engine, as it is built. */

export interface Fault {
  readonly name: string
  /** In engine/simulation. */
  readonly file: string
  /** What stands there once, and what is put in its place. */
  readonly right: string
  readonly wrong: string
}

export const faults: readonly Fault[] = [
  {
    name: 'a lost message: the last of each event that sends several',
    file: 'asynchronous.js',
    right: 'this.#departed = length;\n        this.#delays.draw(',
    wrong:
      'if (length > begin + 1) outbox.length--; this.#departed = outbox.length;\n        this.#delays.draw(',
  },
  {
    name: 'a duplicated message: all that an event sends arrives twice',
    file: 'asynchronous.js',
    right: 'letters.seal(outbox);\n            this.#queue.enter(outbox);',
    wrong: 'letters.seal(outbox); this.#queue.enter(outbox), this.#queue.enter(outbox);',
  },
  {
    name: 'a swapped tie: of two messages on one channel at one instant, the later sent comes first',
    file: 'arrivals.js',
    right: 'slots[j] > slot',
    wrong: 'slots[j] >= slot',
  },
  {
    name: 'a wrong port: the receiver is told the next channel',
    file: 'machine.js',
    right: 'message, channel)',
    wrong: 'message, (channel + 1) % this.degree)',
  },
  {
    name: 'a late comp: messages that arrive at one instant are processed in events of their own',
    file: 'asynchronous.js',
    right: 'if (queue.nextTime === now) {',
    wrong: 'if (false) {',
  },
  {
    name: 'a message that overtakes on a channel that is first in, first out',
    file: 'asynchronous.js',
    right: 'if (arrival < latest[slot]) {',
    wrong: 'if (false) {',
  },
  {
    name: 'a terminated processor that goes on',
    file: 'machine.js',
    right: 'if (this.#status[this.current] === TERMINATED)\n            return false;',
    wrong: 'if (this.#status[this.current] === TERMINATED)\n            return true;',
  },
  {
    name: 'a processor that starts where it should only join',
    file: 'machine.js',
    right: "if (this.#algorithm.wokenByMessage !== 'joins')",
    wrong: 'if (true)',
  },
  {
    name: 'a wake-up that never comes: that of the last processor',
    file: 'asynchronous.js',
    right: 'if (wakeTimes[p] === 0)\n',
    wrong: 'if (wakeTimes[p] === 0 && (p === 0 || p < graph.n - 1))\n',
  },
  {
    name: 'a wrong count: one message for each event that sends',
    file: 'machine.js',
    right: 'this.messages += length - counted;',
    wrong: 'this.messages += 1;',
  },
  {
    name: 'a wrong payload: the content of the message at work before',
    file: 'payloads.js',
    right: 'if (handle !== this.#latestHandle) {\n            this.#leaveLatest();',
    wrong: 'if (this.#latest === undefined) {\n            this.#leaveLatest();',
  },
  {
    name: 'a shared coin: all processors flip that of the first',
    file: 'machine.js',
    right: "this.#streams.stream('coins', this.current)",
    wrong: "this.#streams.stream('coins', 0)",
  },
  {
    name: 'a time that ends too early: messages to terminated processors do not count',
    file: 'watch.js',
    right: '? lastProcessed : latest;',
    wrong: '? lastProcessed : lastProcessed;',
  },
  {
    name: 'a queue that is not in order: what falls into the current bucket waits for its end',
    file: 'bucket-queue.js',
    right: 'this.#next === sorted.end || this.#late.nextTime < sorted.events.times[this.#next << 1]',
    wrong: 'this.#next === sorted.end',
  },
  {
    name: 'messages that enter the queue too late: when all that is known to come has happened',
    file: 'asynchronous.js',
    right: 'if (queue.nextTime >= this.#earliest)',
    wrong: 'if (queue.nextTime === Number.POSITIVE_INFINITY)',
  },
  {
    name: 'a lookahead that is too long: twice the least delay',
    file: 'asynchronous.js',
    right: 'this.#earliest = this.#machine.now + least;',
    wrong: 'this.#earliest = this.#machine.now + 2 * least;',
  },
  {
    name: 'a terminated processor that takes the place of a message to another in a bucket',
    file: 'bucket-queue.js',
    right: 'tail & (done - 1)',
    wrong: 'tail',
  },
  {
    name: 'a later wake-up that is taken for a message when the buckets change their width',
    file: 'bucket-queue.js',
    right: 'this.#put(all, null)',
    wrong: 'this.#put(all, this.absorber)',
  },
  {
    name: 'mixed up letters: what does not fit one word overwrites what was filed before',
    file: 'letters.js',
    right: 'this.#free.pop() ?? this.#filed++',
    wrong: 'Math.min(this.#filed++, 0)',
  },
  {
    name: 'a wrong round: whoever wakes later does so a round too late',
    file: 'rounds.js',
    right: 'enterWakeUps(round + 1, sent);',
    wrong: 'enterWakeUps(round, sent);',
  },
  {
    name: 'a message that does not wait for the step of its receiver',
    file: 'asynchronous.js',
    right: 'arrival = steps.next(receivers[i], arrival);',
    wrong: '',
  },
]
