/** A line of what is told: a name, and what there is to say under it. */
export const entry = (name: string, value: string): string => `  ${name.padEnd(18)} ${value}`
