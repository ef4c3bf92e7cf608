/** What comes with the workspace itself: there is nothing to say of records that are not here. */
type Remarks = typeof import('./remarks-view.ts');

let remarks: Remarks | undefined;

export const remarksHere = (): Remarks | undefined => remarks;

/** Brings them; without a network they come at the next opening. Never rejects. */
export async function loadRemarks(): Promise<void> {
  remarks ??= await import('./remarks-view.ts').catch(() => undefined);
}
