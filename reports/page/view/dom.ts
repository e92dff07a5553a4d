// The types of what a browser offers, which every file then knows; a test sees to it that only those of the page use it.
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

type Child = Node | string | null

/** An element with attributes and children. Text stays text. Attributes that are null are left out. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string | null>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(name, value)
  made.append(...children.filter((child) => child !== null))
  return made
}

/** A button that does something; its name is said and shown as a hint where its text is a symbol. */
export function button(text: string, action: () => void, name: string | null = null): HTMLButtonElement {
  const made = element('button', { type: 'button', 'aria-label': name, title: name }, text)
  made.addEventListener('click', action)
  return made
}

/**
 * Makes the contents of an element anew; what had the focus in it has it again, if there still is a control of the same
 * name.
 */
export function renew(place: HTMLElement, ...children: readonly Child[]): void {
  const active = document.activeElement
  const focused = active !== null && place.contains(active) ? nameOf(active) : undefined
  place.replaceChildren(...children.filter((child) => child !== null))
  if (focused === undefined) return
  for (const made of place.querySelectorAll<HTMLElement>('button,input,select'))
    if (nameOf(made) === focused) return made.focus()
}

const nameOf = (control: Element): string | null => control.getAttribute('aria-label') ?? control.textContent
