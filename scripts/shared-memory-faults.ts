import type { Fault } from './faults.ts'

/** Faults to plant in the engine for shared memory, as it is built. */
export const sharedMemoryFaults: readonly Fault[] = [
  {
    name: 'a late invalidation: a write leaves the copies of others valid',
    file: 'shared-memory/memory/caches.js',
    right: 'const version = ++this.#versions[variable];',
    wrong: 'const version = this.#versions[variable];',
  },
  {
    name: 'a writer without a copy: its own write makes its copy invalid, too',
    file: 'shared-memory/memory/caches.js',
    right: `            copies[pair] = version;
        const remote`,
    wrong: `            copies[pair] = 0;
        const remote`,
  },
  {
    name: 'an owner for ever: who reads does not take the only copy from its writer',
    file: 'shared-memory/memory/caches.js',
    right: 'this.#owners[variable] = -1;',
    wrong: '',
  },
  {
    name: 'a lost write: one of the value that the variable began with',
    file: 'shared-memory/memory/memory.js',
    right: 'this.values[variable] = after;',
    wrong: 'if (after !== this.#variables[variable].initial) this.values[variable] = after;',
  },
  {
    name: 'an await that misses a change: it goes on only when it looks for the second time',
    file: 'shared-memory/loop/machine.js',
    right: 'if (access.code === kindNumbers.await && !access.condition(value)) {',
    wrong:
      'if (access.code === kindNumbers.await && (!access.condition(value) || ((this.looked = !this.looked), this.looked))) {',
  },
  {
    name: 'a compare&swap that succeeds always',
    file: 'shared-memory/memory/handles.js',
    right: 'return before === expected ? value : before;',
    wrong: 'return value;',
  },
  {
    name: 'a step at home that counts as remote',
    file: 'shared-memory/memory/memory.js',
    right: 'if (this.#homes[variable] !== p)',
    wrong: 'if (this.#homes[variable] !== -2)',
  },
  {
    name: 'a doorway that ends a step late',
    file: 'shared-memory/loop/machine.js',
    right: 'if (operation === 0 && (line === this.#doorwayEnds',
    wrong: 'if (operation === 0 && this.ledger.counted[p << 3] > 1 && (line === this.#doorwayEnds',
  },
  {
    name: 'a passage that begins with what the one before has cost',
    file: 'shared-memory/memory/ledger.js',
    right: 'this.counted.fill(0, p * stride, (p + 1) * stride);',
    wrong: 'this.counted.fill(0, p * stride, (p + 1) * stride - 7);',
  },
  {
    name: 'contention that is not seen: a passage is alone whoever comes later',
    file: 'shared-memory/memory/ledger.js',
    right: ' && this.#begunBefore[p] === this.#begun)',
    wrong: ')',
  },
  {
    name: 'a value out of range that is written all the same',
    file: 'shared-memory/memory/memory.js',
    right: 'after <= this.#max[variable]',
    wrong: 'true',
  },
  {
    name: 'two configurations that are taken for one: rows are compared but for the last cell',
    file: 'shared-memory/explore/store.js',
    right: 'while (i < width && cells[begin + i] === row[i])',
    wrong: 'while (i < width && (i === width - 1 || cells[begin + i] === row[i]))',
  },
  {
    name: 'a configuration that is found twice: its hash depends on the way to it',
    file: 'shared-memory/explore/store.js',
    right: 'return hash - hashOfCell(column, before) + hashOfCell(column, value);',
    wrong: 'return hash + hashOfCell(column, value);',
  },
  {
    name: 'a component that is not closed: what is found again does not count',
    file: 'shared-memory/explore/components.js',
    right: 'if (depth > 0 && low[at] < low[path[depth - 1]])',
    wrong: 'if (false)',
  },
]
