/**
 * A list without what it does not need to be as it should: stretches are left out, half of it at first, then shorter and
 * shorter ones (Zeller & Hildebrandt 2002). No single item can be left out of what remains.
 */
export function withoutNeedless<T>(
  list: readonly T[],
  isRight: (list: readonly T[]) => boolean,
): readonly T[] {
  let kept = list
  for (let length = Math.max(1, list.length >> 1); ; ) {
    let shorter = false
    for (let from = 0; from < kept.length; ) {
      const without = [...kept.slice(0, from), ...kept.slice(from + length)]
      if (isRight(without)) {
        kept = without
        shorter = true
      } else from += length
    }
    if (length > 1) length >>= 1
    else if (!shorter) return kept
  }
}
