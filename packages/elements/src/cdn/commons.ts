import { embedCommons } from '../commons/embed.ts';

embedCommons();
