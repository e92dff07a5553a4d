/** How the columns of tables are called in which the ends of a channel stand. */

const firstEnd =
  /^(source|src|from|start|origin|tail|sender)([_ -]?(node|vertex|host))?([_ -]?(id|name|label))?$/i
const secondEnd =
  /^(target|dst|dest|destination|to|end|head|receiver)([_ -]?(node|vertex|host))?([_ -]?(id|name|label))?$/i
/** Words that are no names of processors only beside numbers: u and v, node1 and node2. */
const numberedEnd = /^(?:(?:node|vertex|host|v|n|id)[_ -]?([12ab])|([uv]))$/i
const rowId = /^(|#|id|index|idx|nr|no|row|edge|edge[_ -]?id|link[_ -]?id)$/i

/** The places of the two columns whose names say that they hold the ends; null if no two do. */
export function endColumns(names: readonly string[]): readonly [number, number] | null {
  const first = names.findIndex((name) => firstEnd.test(name.trim()))
  const second = names.findIndex((name) => secondEnd.test(name.trim()))
  return first < 0 || second < 0 ? null : [first, second]
}

/** The same by names that could be those of processors too. */
export function numberedColumns(names: readonly string[]): readonly [number, number] | null {
  const columns = names.flatMap((name, index) => (numberedEnd.test(name.trim()) ? [index] : []))
  return columns.length === 2 ? [columns[0]!, columns[1]!] : null
}

/** Whether a column is called as one that numbers the rows. */
export const isRowId = (name: string): boolean => rowId.test(name.trim())
