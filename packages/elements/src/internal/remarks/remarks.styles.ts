import { css } from 'lit';

export const remarkStyles = css`
  .remarks, .remark { display: grid; gap: 12px; grid-template-columns: minmax(0, 1fr); justify-items: start; }
  .remarks ul { display: grid; gap: 12px; }
  .remarks li { display: grid; gap: 2px; justify-items: start; padding-inline-start: 12px; border-inline-start: 3px solid var(--_line); }
  .remarks li > button { margin-inline-start: -6px; }
  .remark { inline-size: 100%; max-inline-size: 60ch; }
  .remark .field { display: grid; gap: 4px; inline-size: 100%; }
  .remark .input { font-weight: 400; }
  .remark textarea { min-block-size: 72px; }
  .said { white-space: pre-wrap; overflow-wrap: anywhere; }
  @media print { .remark { display: none; } }
`;
