// Vaadin's fields that open a list.
export * from '@vaadin/combo-box';
export * from '@vaadin/multi-select-combo-box';
export * from '@vaadin/select';
