/** Messages by slot, in three arrays side by side. */
export interface BySlot {
  slots: Uint32Array
  receivers: Uint32Array
  payloads: Uint32Array
}

/** For few messages. Stable. */
export function insertionSort({ slots, receivers, payloads }: BySlot, length: number): void {
  for (let i = 1; i < length; i++) {
    const slot = slots[i]!
    const receiver = receivers[i]!
    const payload = payloads[i]!
    let j = i - 1
    for (; j >= 0 && slots[j]! > slot; j--) {
      slots[j + 1] = slots[j]!
      receivers[j + 1] = receivers[j]!
      payloads[j + 1] = payloads[j]!
    }
    slots[j + 1] = slot
    receivers[j + 1] = receiver
    payloads[j + 1] = payload
  }
}

/** For many messages of which few are out of order: moves each of these to its place, past all between at a time. Stable. */
export function insertFew({ slots, receivers, payloads }: BySlot, length: number): void {
  for (let i = 1; i < length; i++) {
    if (slots[i]! >= slots[i - 1]!) continue
    const place = firstAbove(slots, i, slots[i]!)
    for (const array of [slots, receivers, payloads]) {
      const moved = array[i]!
      array.copyWithin(place + 1, place, i)
      array[place] = moved
    }
  }
}

/** The first of `length` ascending values that is above a limit. The last of them is. */
function firstAbove(ascending: Uint32Array, length: number, limit: number): number {
  let low = 0
  let high = length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if (ascending[middle]! > limit) high = middle
    else low = middle + 1
  }
  return low
}

const radixBits = 11
const radix = 1 << radixBits

/**
 * For many messages in any order: a radix sort, which works through the digits of the slots from the lowest on. `spare` has
 * room for all messages, too; the two exchange their arrays. `largest` is the largest slot. Stable.
 */
export function radixSort(messages: BySlot, spare: BySlot, length: number, largest: number): void {
  for (let digit = 0; digit < 3 && largest >>> (digit * radixBits) > 0; digit++) {
    distribute(messages, spare, length, digit * radixBits)
    const { slots, receivers, payloads } = messages
    messages.slots = spare.slots
    messages.receivers = spare.receivers
    messages.payloads = spare.payloads
    spare.slots = slots
    spare.receivers = receivers
    spare.payloads = payloads
  }
}

/** One pass of the radix sort, by the digit that starts at bit `shift`. */
function distribute({ slots, receivers, payloads }: BySlot, to: BySlot, length: number, shift: number): void {
  const { slots: slotsTo, receivers: receiversTo, payloads: payloadsTo } = to
  const starts = new Uint32Array(radix + 1)
  for (let i = 0; i < length; i++) starts[((slots[i]! >>> shift) & (radix - 1)) + 1]!++
  for (let digit = 0; digit < radix; digit++) starts[digit + 1]! += starts[digit]!
  for (let i = 0; i < length; i++) {
    const place = starts[(slots[i]! >>> shift) & (radix - 1)]!++
    slotsTo[place] = slots[i]!
    receiversTo[place] = receivers[i]!
    payloadsTo[place] = payloads[i]!
  }
}
