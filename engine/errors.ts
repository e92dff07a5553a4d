/** Bad input: the message says in one line what was wrong, where, and what would be right. Exit code 2. */
export class InputError extends Error {
  override readonly name = 'InputError'
}

/** A property threw, or gave no finding; the message says which and what, `cause` is what it threw. */
export class PropertyError extends Error {
  override readonly name = 'PropertyError'
}

/** An algorithm did what the model does not allow, such as sending on a channel that it does not have. */
export class ModelError extends Error {
  override readonly name = 'ModelError'
}

/** An algorithm uses what is not its own, so that what it does is no function of its state and messages. */
export class MisuseError extends ModelError {}

/** There are too many cases to go through. */
export class TooManyError extends InputError {}
