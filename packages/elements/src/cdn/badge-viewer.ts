import { embedBadgeViewer } from '../badge-viewer/embed.ts';

embedBadgeViewer();
