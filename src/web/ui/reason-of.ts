// A reason as requests take it: none where nothing was written.
export const reasonOf = (text = ''): { reason?: string } =>
  text.trim() === '' ? {} : { reason: text.trim() };
