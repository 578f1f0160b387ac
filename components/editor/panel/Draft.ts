const PAUSE_MS = 600;

/**
 * What is being typed and not pushed yet [P3]: one patch per pause or blur. While there is a draft
 * it is what the field shows; without one the field shows the document.
 */
export class Draft<T> {
  #value: { readonly current: T } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #commit: (value: T) => void;

  constructor(commit: (value: T) => void) {
    this.#commit = commit;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly read = (): { readonly current: T } | undefined => this.#value;

  readonly type = (value: T): void => {
    this.#set({ current: value });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.flush, PAUSE_MS);
  };

  /** Pushes at once: a switch or a choice is a gesture of its own. */
  readonly choose = (value: T): void => {
    this.#set({ current: value });
    this.flush();
  };

  readonly flush = (): void => {
    clearTimeout(this.#timer);
    const typed = this.#value;
    if (!typed) return;
    this.#value = undefined;
    this.#commit(typed.current);
    this.#set(undefined);
  };

  #set(value: { readonly current: T } | undefined): void {
    this.#value = value;
    for (const listener of this.#listeners) listener();
  }
}
