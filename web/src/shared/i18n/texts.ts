/** The same keys with any words: what a translation of `T` must be, no key less, no key more. */
export type Texts<T> = { [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };
