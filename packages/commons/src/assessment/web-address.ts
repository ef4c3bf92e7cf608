/** Whether a text is an address that a browser may open: http or https, with a host. */
export const isWebAddress = (text: string): boolean => /^https?:\/\/[^\s/]+\S*$/i.test(text.trim());
