import type { Row } from '../../../experiments/cell/index.ts'

/** The types of messages that a row counts. */
export function typesOf({ extra }: Row): string[] {
  return Object.keys(extra).flatMap((column) => {
    const [, type] = /^messages_(.+)$/.exec(column) ?? []
    const counted = type !== undefined && !/(^|_)(claim|expected)$|^per_operation/.test(type)
    return counted && typeof extra[column] === 'number' ? [type] : []
  })
}

/** How many of a type it counts. */
export const sentOf = (row: Row, type: string): number =>
  (row.extra[`messages_${type}`] as number | null) ?? 0

/** Whether the row has messages, and its counts by type add up to all of them. */
export const addsUp = (row: Row): boolean =>
  (row.messages ?? 0) > 0 && typesOf(row).reduce((sum, type) => sum + sentOf(row, type), 0) === row.messages
