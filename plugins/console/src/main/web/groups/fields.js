// Vaadin's plain fields: all that signing in and naming things need.
export * from '@vaadin/email-field';
export * from '@vaadin/password-field';
export * from '@vaadin/text-area';
export * from '@vaadin/text-field';
