/** The algorithm that a name with parameters speaks of: `floodset:f=2`. */
export function asNamed(name: string): {
  readonly name: string
  readonly parameters: Readonly<Record<string, number | string>>
} {
  const [, parameters = ''] = /^[^:]*:(.*)$/.exec(name) ?? []
  const given = parameters.split(',').flatMap((part): (readonly [string, number | string])[] => {
    const [, key, text] = /^([^=]+)=(.+)$/.exec(part) ?? []
    if (key === undefined || text === undefined) return []
    return [[key, Number.isNaN(Number(text)) ? text : Number(text)]]
  })
  return { name, parameters: Object.fromEntries(given) }
}
