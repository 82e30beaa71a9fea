import { region } from './i18n.js';

/** Numbers and moments as the reader writes them. */

/** @param {number} value */
export function number(value) {
  return new Intl.NumberFormat(region()).format(value);
}

/** @param {string | number} moment */
export function dateTime(moment) {
  return new Intl.DateTimeFormat(region(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(moment));
}

/** How long something took: "1.4 sec", "2 min". @param {number} millis */
export function duration(millis) {
  const [amount, unit] =
    millis < 1000 ? [millis, 'millisecond'] : millis < 120_000 ? [millis / 1000, 'second'] : [millis / 60_000, 'minute'];
  const style = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: millis < 10_000 ? 1 : 0 };
  return new Intl.NumberFormat(region(), style).format(amount);
}

/** @type {[Intl.RelativeTimeFormatUnit, number][]} */
const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/**
 * How long ago, or how soon: "3 hours ago".
 * @param {string | number} moment
 */
export function relative(moment) {
  const seconds = (new Date(moment).getTime() - Date.now()) / 1000;
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(region(), { numeric: 'auto' }).format(Math.round(seconds / size), unit);
}
