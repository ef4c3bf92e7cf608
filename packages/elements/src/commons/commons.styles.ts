import { css } from 'lit';

export const commonsStyles = css`
  .bar { display: grid; gap: 12px; padding: 10px 16px; margin-block-end: 16px; background: var(--_surface); border: 1px solid var(--_line); border-radius: 12px; }
  .line { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: center; justify-content: space-between; }
  .states { display: flex; flex-wrap: wrap; gap: 6px 16px; align-items: center; min-inline-size: 0; }
  .state { display: inline-flex; gap: 8px; align-items: center; font-size: .875rem; }
  .state svg { flex: none; }
  .buttons { display: flex; flex-wrap: wrap; gap: 4px; margin-inline-start: -6px; }
  .buttons button { font-size: .875rem; }
  h3:focus { outline: none; }
  .note ul { display: grid; gap: 2px; }
  .aside { display: grid; gap: 12px; padding-block: 8px; }
  .aside > li { display: grid; gap: 2px; justify-items: start; padding-inline-start: 12px; border-inline-start: 3px solid var(--_line); }
  .remarks { padding-block: 8px; }
  details .soft { max-inline-size: 68ch; }
`;
