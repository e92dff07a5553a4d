/** A column of a table, in the terms of the Frictionless Table Schema. */
export interface Field {
  readonly name: string
  readonly type: 'string' | 'integer' | 'number' | 'boolean'
  readonly description?: string
  readonly constraints?: {
    /** Never empty. */
    readonly required?: true
    readonly minimum?: number
    readonly enum?: readonly string[]
  }
}

/** What can be said of a column before its table is seen. */
export type FieldsByName = (name: string) => Field | undefined

/** The type of a column that nothing is known of: the narrowest that all of its texts fit. */
export function inferType(texts: readonly string[]): Field['type'] {
  const types = ['integer', 'number', 'boolean'] as const
  const given = texts.filter((text) => text !== '')
  return (given.length > 0 && types.find((type) => given.every((text) => fits(text, type)))) || 'string'
}

/** Whether a text reads as a value of a type and would be written as that very text again. */
export function fits(text: string, type: Field['type']): boolean {
  if (type === 'string') return true
  if (type === 'boolean') return text === 'true' || text === 'false'
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value) || String(value) !== text) return false
  return type === 'number' || Number.isSafeInteger(value)
}
