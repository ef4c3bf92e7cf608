/** Comments that are typed and not added yet, by what they are about: kept by the element, they outlive every redrawing, the card, and undo. */
export interface RemarkDraft {
  readonly text: string;
  /** What came of trying to add it. */
  readonly problem?: 'empty' | 'refused' | undefined;
}

export type RemarkDrafts = Map<string, RemarkDraft>;

/** Under this name, who speaks: said once, it stands for the next record too. */
export const SPEAKER = 'by';

export const isWritten = (drafts: RemarkDrafts, about: string): boolean => (drafts.get(about)?.text ?? '') !== '';
