import { css } from 'lit';

/**
 * Buttons and links that look like buttons. What is hidden for the eye ends them without a line break: browsers would keep
 * a gap for it. A button that is busy keeps its colours, as people still read it, and has a line that moves.
 */
export const buttons = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--wvw-2);
    min-height: 40px;
    padding: 7px 14px;
    border: 1px solid var(--wvw-line-2);
    border-radius: var(--wvw-radius-m);
    background: var(--wvw-raised);
    color: var(--wvw-text);
    font: inherit;
    font-weight: 550;
    line-height: 1.25;
    text-decoration: none;
    cursor: pointer;
    transition:
      background-color 0.12s,
      border-color 0.12s;
  }
  .button:hover {
    border-color: var(--wvw-line-3);
    background: var(--wvw-hover);
  }
  .button:focus-visible {
    border-radius: var(--wvw-radius-m);
  }
  .button.primary {
    border-color: transparent;
    background: var(--wvw-accent);
    color: var(--wvw-on-accent);
    font-weight: 650;
  }
  .button.primary:hover {
    background: var(--wvw-accent-hover);
  }
  .button.danger {
    border-color: transparent;
    background: var(--wvw-bad-strong);
    color: #fff;
  }
  .button.quiet {
    border-color: transparent;
    background: transparent;
  }
  .button.quiet:hover {
    background: var(--wvw-hover);
  }
  .button.icon {
    width: 40px;
    padding: 0;
  }
  .button.wide {
    width: 100%;
  }
  .button[disabled] {
    cursor: default;
    opacity: 0.6;
  }
  .button[aria-busy='true'] {
    position: relative;
    overflow: hidden;
    cursor: progress;
  }
  .button[aria-busy='true']::after {
    content: '';
    position: absolute;
    inset: auto 30% 3px;
    height: 2px;
    border-radius: 1px;
    background: currentColor;
    animation: busy 0.9s ease-in-out infinite alternate;
  }
  @keyframes busy {
    from {
      transform: translateX(-60%);
    }
    to {
      transform: translateX(60%);
    }
  }
  .pick {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 34px;
    padding: 3px 11px 3px 4px;
    border: 1px solid var(--wvw-line);
    border-radius: 999px;
    background: transparent;
    color: var(--wvw-text-2);
    font: inherit;
    font-size: var(--wvw-size-s);
    cursor: pointer;
  }
  .pick.plain {
    padding-inline: 13px;
  }
  .pick:hover {
    border-color: var(--wvw-line-3);
    color: var(--wvw-text);
  }
  .pick:focus-visible {
    border-radius: 999px;
  }
  .pick[aria-pressed='true'] {
    border-color: var(--wvw-accent-line);
    background: var(--wvw-accent-soft);
    color: var(--wvw-text);
    font-weight: 600;
  }
`;
