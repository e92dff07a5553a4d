import type { Access, Next, NextWith, ReadModifyWrites, SharedRegister } from '../model/index.ts'
import type { DataTable } from './data-table.ts'

type NumberHandle = SharedRegister & ReadModifyWrites

/** A shared variable that holds data, over one that holds the number of its content. */
export class DataHandle implements SharedRegister<unknown> {
  readonly #handle: NumberHandle
  readonly #data: DataTable

  constructor(handle: NumberHandle, data: DataTable) {
    this.#handle = handle
    this.#data = data
  }

  read(next: NextWith<unknown>): Access {
    return this.#handle.read(this.#told(next))
  }

  await(condition: (value: unknown) => boolean, next: NextWith<unknown>): Access {
    return this.#handle.await((number) => condition(this.#data.at(number)), this.#told(next))
  }

  write(value: unknown, next: Next): Access {
    return this.#handle.write(this.#data.numberOf(value), next)
  }

  swap(value: unknown, next: NextWith<unknown>): Access {
    return this.#handle.swap(this.#data.numberOf(value), this.#told(next))
  }

  compareAndSwap(expected: unknown, value: unknown, next: NextWith<unknown>): Access {
    const data = this.#data
    return this.#handle.compareAndSwap(data.numberOf(expected), data.numberOf(value), this.#told(next))
  }

  modify(change: (value: unknown) => unknown, next: NextWith<unknown>): Access {
    const data = this.#data
    return this.#handle.modify((number) => data.numberOf(change(data.at(number))), this.#told(next))
  }

  #told(next: NextWith<unknown>): NextWith {
    return typeof next === 'number' ? next : (number) => next(this.#data.at(number))
  }
}
