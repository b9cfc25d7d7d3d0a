import { en } from './en.ts'

/** The catalogue in use. Another language is another object of this shape. */
export type Messages = typeof en
export const messages: Messages = en
