/** What differs between the commands of the runs of one group. */
const fields = ['n', 'seed', 'row'] as const

type Numbers = Readonly<Record<(typeof fields)[number], number>>

/** A character that is in no command. */
const gap = (field: string): string => `--${field} \u0000`

/** A command without the numbers of its own run, so that many runs have the same. */
export function commandTemplate(command: string, numbers: Numbers): string {
  return fields.reduce(
    (text, field) => text.replace(`--${field} ${numbers[field]}`, () => gap(field)),
    command,
  )
}

/** The command again. */
export function fillTemplate(template: string, numbers: Numbers): string {
  return fields.reduce(
    (text, field) => text.replace(gap(field), () => `--${field} ${numbers[field]}`),
    template,
  )
}
