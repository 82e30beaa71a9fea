// Everything of Lit that panels may import: one file, one request.
export * from 'lit';
export * from 'lit/async-directive.js';
export * from 'lit/directive-helpers.js';
export * from 'lit/directive.js';
export * from 'lit/directives/class-map.js';
export * from 'lit/directives/guard.js';
export * from 'lit/directives/if-defined.js';
export * from 'lit/directives/keyed.js';
export * from 'lit/directives/live.js';
export * from 'lit/directives/ref.js';
export * from 'lit/directives/repeat.js';
export * from 'lit/directives/until.js';
