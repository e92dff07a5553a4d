import { button } from '../../page/view/dom.ts'

/** Remembered as long as the browser's window is open. */
const key = 'admissible-scheme'

/** A button for the other colour scheme. Until it is pressed, the page follows the system. */
export function addSchemeButton(place: Element): void {
  const root = document.documentElement
  const system = matchMedia('(prefers-color-scheme: dark)')
  const isDark = () => (root.dataset.scheme ?? (system.matches ? 'dark' : 'light')) === 'dark'
  const toggle = button('', () => {
    const scheme = isDark() ? 'light' : 'dark'
    root.dataset.scheme = scheme
    remember(scheme)
    name()
  })
  const name = () => {
    toggle.textContent = isDark() ? 'Light page' : 'Dark page'
  }
  toggle.className = 'scheme'
  const scheme = remembered()
  if (scheme !== null) root.dataset.scheme = scheme
  system.addEventListener('change', name)
  name()
  place.append(toggle)
}

// A browser that is told to keep nothing throws.
function remember(scheme: string): void {
  try {
    sessionStorage.setItem(key, scheme)
  } catch {}
}

function remembered(): string | null {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null
  }
}
