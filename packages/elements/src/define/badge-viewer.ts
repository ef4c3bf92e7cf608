import { AsbBadgeViewer } from '../badge-viewer/badge-viewer.ts';

AsbBadgeViewer.define();

export { AsbBadgeViewer };
