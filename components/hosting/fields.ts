/** Names of the twelve fields of the form, January first. */
export const MONTH_FIELDS = Array.from({ length: 12 }, (_, index) => `month-${index + 1}`);
