/** What the engine says of an answer, in every language it speaks. */
export const ERROR_CODES = [
  'required', 'numeric', 'min', 'max', 'minLength', 'maxLength', 'minCount', 'maxCount', 'pattern', 'email', 'url', 'tel',
  'date', 'expression', 'notAChoice', 'otherEmpty', 'rowRequired', 'duplicate', 'minRows', 'maxRows', 'fileSize', 'fileType', 'commune', 'external',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];
