// The console's own design system and services, for every panel.
export * from 'wvw/ui';
