import type { Dice } from './trial.ts'

/** What people, programs and mischief put into files. */
const odd = [
  ...['NaN', '-1', '0', '1e308', '-0', '0x10', '1e-400', '99999999999999999999', 'Infinity', '٣', '½'],
  ...['null', 'true', '{}', '[]', '[[', '"', "'", '\\', ',', ';', '=', ':', '|', '#', '%', '--', '->'],
  ...['__proto__', 'constructor', 'toString', '../..', '/dev/null', 'file:', 'matrix:', '~', '$(id)', '`'],
  ...[
    '\0',
    '\u001b[2J',
    '\u001b]0;x\u0007',
    '\r',
    '\n',
    '\r\n',
    '\t',
    '\u2028',
    '\ufeff',
    '💥',
    'e\u0301',
    '\ud800',
  ],
  ...[
    '<!DOCTYPE x [<!ENTITY a "aaaa">]>',
    '<!--',
    '<![CDATA[',
    '&a;',
    '</graph>',
    'x'.repeat(5000),
    '('.repeat(2000),
  ],
]

/** A text that differs from another in a few places. */
export function changedText(text: string, dice: Dice): string {
  let result = text
  for (let times = 1 + dice.below(3); times > 0; times--) result = changedOnce(result, dice)
  return result
}

function changedOnce(text: string, dice: Dice): string {
  const at = dice.below(text.length + 1)
  const end = Math.min(text.length, at + 1 + dice.below(dice.pick([2, 10, 100])))
  const [before, part, after] = [text.slice(0, at), text.slice(at, end), text.slice(end)]
  switch (dice.below(7)) {
    case 0:
      return before + after
    case 1:
      return before + part + part + after
    case 2:
      return before + dice.pick(odd) + after
    case 3:
      return before + dice.pick(odd) + part + after
    case 4:
      return before
    case 5:
      return before + String.fromCharCode(part.charCodeAt(0) ^ (1 << dice.below(8))) + part.slice(1) + after
    default:
      return changedNumber(text, dice)
  }
}

/** One of its numbers becomes another. */
function changedNumber(text: string, dice: Dice): string {
  const numbers = [...text.matchAll(/\d+/g)]
  if (numbers.length === 0) return text + dice.pick(odd)
  const { 0: number, index } = dice.pick(numbers)
  return (
    text.slice(0, index) +
    dice.pick(['-', '', '1', '0.', '1e9', 'x']) +
    number +
    text.slice(index + number.length)
  )
}

/** Bytes of which one bit is flipped, some are taken out, or some come in. */
export function changedBytes(bytes: Buffer, dice: Dice): Buffer {
  const at = dice.below(bytes.length)
  const count = 1 + dice.below(20)
  const kind = dice.below(3)
  if (kind === 0) {
    const flipped = Buffer.from(bytes)
    flipped[at]! ^= 1 << dice.below(8)
    return flipped
  }
  if (kind === 1) {
    // The end, or a part in the middle.
    const rest = dice.below(2) === 0 ? bytes.subarray(at + count) : Buffer.alloc(0)
    return Buffer.concat([bytes.subarray(0, at), rest])
  }
  const extra = Buffer.from(Array.from({ length: count }, () => dice.below(256)))
  return Buffer.concat([bytes.subarray(0, at), extra, bytes.subarray(at)])
}
