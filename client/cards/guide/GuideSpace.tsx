import type { TemplateId } from '../../../shared/api/templates.ts';
import styles from './GuideSpace.module.css';
import { opensAtFirst } from './remembered.ts';

interface GuideSpaceProps {
  readonly template: TemplateId;
  readonly boardId: string;
  readonly leads: boolean;
}

/** Keeps the room that the guide will take while it is on its way, so that the canvas has its size from the start. */
export function GuideSpace({ template, boardId, leads }: GuideSpaceProps) {
  if (template === 'blank') return null;
  return <div className={styles.space} data-open={opensAtFirst(boardId, leads)} aria-hidden="true" />;
}
