import { isSyntheticId } from '@junheng/synth/synthetic-id'

/** Stands where a resident identity number stood; the last thing a line goes through before it is written. */
const hidden = '[身份证号 ID number]'

const shape = /(?<![\d])(?:\d{17}[\dXx]|\d{15})(?![\dXx])/g

/**
 * The text with whatever has the form of a resident identity number (18 or 15 signs) taken out. Numbers of synthetic people
 * stay: no real person can have one.
 */
export function hideIdentityNumbers(text: string): string {
  return text.replace(shape, (number) => (isSyntheticId(number) ? number : hidden))
}
