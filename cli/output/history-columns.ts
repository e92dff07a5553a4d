import {
  type History,
  type HistoryOperation,
  isPending,
  operationsOf,
  valueText,
} from '../../engine/index.ts'

/**
 * A history as a table with a column for each processor, from above to below: an operation begins at its invocation and ends at its
 * response; one without an answer has no end.
 *
 *     p_0         p_1
 *     ┌ write(1)
 *     │           ┌ read
 *     │           └ 0
 *     └ done
 */
export function historyColumns(history: History): string[] {
  const operations = operationsOf(history)
  const processors = [...new Set(history.map(({ processor }) => processor))].sort((a, b) => a - b)
  const rows = history.map((_, place) => processors.map((p) => cell(operations, p, place)))
  const table = [processors.map((p) => `p_${p}`), ...rows]
  const widths = processors.map((_, column) => Math.max(...table.map((row) => row[column]!.length)) + 3)
  return table.map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column]!))
      .join('')
      .trimEnd(),
  )
}

function cell(operations: readonly HistoryOperation[], processor: number, place: number): string {
  const own = operations.findLast(
    (each) => each.processor === processor && each.invoked <= place && place <= each.responded,
  )
  if (own === undefined) return ''
  if (isPending(own)) return place === own.invoked ? `┌ ${askedOf(own)} ┄` : ''
  if (place === own.invoked) return `┌ ${askedOf(own)}`
  if (place < own.responded) return '│'
  return `└ ${own.result === undefined || own.result === null ? 'done' : valueText(own.result)}`
}

const askedOf = ({ operation, argument }: HistoryOperation): string =>
  argument === undefined || argument === null ? operation : `${operation}(${valueText(argument)})`
