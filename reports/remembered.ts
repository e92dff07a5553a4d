/** The same function, which computes what it gives once for each argument: several parts of a report ask for the same. */
export function remembered<Argument extends object, Result extends {}>(
  compute: (argument: Argument) => Result,
): (argument: Argument) => Result {
  const known = new WeakMap<Argument, Result>()
  return (argument) => {
    let result = known.get(argument)
    if (result === undefined) known.set(argument, (result = compute(argument)))
    return result
  }
}
