/** Hands a text or bytes to the person as a file. Where downloads are blocked (sandboxed frame) nothing happens. */
export function saveFile(name: string, type: string, content: string | Blob | Uint8Array<ArrayBuffer>): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers read the address after the click returned.
  setTimeout(() => { URL.revokeObjectURL(url); }, 60_000);
}
