import { css } from 'lit';
import { buttons } from './base-buttons.js';
import { surfaces } from './base-surfaces.js';

/** The styles that every element of the console shares. Sizes and colours come from the tokens of the page. */
export const base = [
  css`
    *,
    *::before,
    *::after {
      box-sizing: border-box;
    }
    :host([hidden]),
    [hidden] {
      display: none !important;
    }
    h1,
    h2,
    h3,
    p,
    ul,
    ol,
    dl,
    dd,
    figure {
      margin: 0;
    }
    ul,
    ol {
      padding: 0;
      list-style: none;
    }
    h1 {
      font-size: var(--wvw-size-xl);
      line-height: 1.2;
      letter-spacing: -0.015em;
      font-weight: 700;
    }
    h2 {
      font-size: var(--wvw-size-l);
      line-height: 1.3;
      letter-spacing: -0.005em;
      font-weight: 650;
    }
    h3 {
      font-size: var(--wvw-size-m);
      font-weight: 650;
    }
    a {
      color: var(--wvw-link);
      text-underline-offset: 0.2em;
      text-decoration-thickness: 1px;
    }
    :focus-visible:not(input, textarea) {
      outline: 2px solid var(--wvw-focus);
      outline-offset: 2px;
      border-radius: var(--wvw-radius-s);
    }
    vaadin-text-field,
    vaadin-email-field,
    vaadin-password-field,
    vaadin-text-area,
    vaadin-select,
    vaadin-combo-box,
    vaadin-multi-select-combo-box {
      width: 100%;
    }
    vaadin-select-value-button {
      --vaadin-item-checkmark-display: none;
    }
    .muted {
      color: var(--wvw-text-2);
    }
    .small {
      font-size: var(--wvw-size-s);
    }
    .row {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--wvw-2);
    }
    .spread {
      justify-content: space-between;
    }
    .stack {
      display: grid;
      gap: var(--wvw-3);
      align-content: start;
    }
    .page-head {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--wvw-2) var(--wvw-4);
      margin-block-end: var(--wvw-4);
    }
    .visually-hidden {
      position: absolute;
      width: 1px;
      height: 1px;
      margin: -1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    @media (prefers-reduced-motion: reduce) {
      *,
      *::before,
      *::after {
        transition: none !important;
        animation-duration: 0.01ms !important;
      }
    }
  `,
  buttons,
  surfaces,
];
