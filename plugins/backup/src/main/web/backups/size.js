import { region, words } from 'wvw/ui';

const units = words({ byte: ['B', 'o'], kilo: ['kB', 'Ko'], mega: ['MB', 'Mo'], giga: ['GB', 'Go'] });

const STEPS = [
  ['giga', 1e9],
  ['mega', 1e6],
  ['kilo', 1e3],
  ['byte', 1],
];

/** A size as the reader writes it: 12.4 MB. @param {number} value in bytes */
export function bytes(value) {
  const [unit, size] = STEPS.find(([, step]) => value >= step) ?? ['byte', 1];
  const digits = new Intl.NumberFormat(region(), { maximumSignificantDigits: 3 }).format(value / size);
  return `${digits}\u00a0${units(unit)}`;
}
