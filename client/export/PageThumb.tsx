import type { Editor } from 'tldraw';
import type { PagePlan } from './collect/plan-pages.ts';
import styles from './ExportDialog.module.css';
import { mapBox } from './matrix.ts';

interface PageThumbProps {
  readonly editor: Editor;
  /** Null is the cover. */
  readonly plan: PagePlan | null;
}

const fills: Readonly<Record<string, string>> = {
  heading: 'var(--ink-2)',
  zone: 'var(--sunk)',
  label: 'var(--hover)',
  note: 'var(--action-paper)',
  frame: 'var(--panel)',
};
/** Lines and signs of a template are too fine for a page this small. */
const unseen: ReadonlySet<string> = new Set(['mark', 'arrow', 'line', 'draw', 'highlight']);

/** A page in small: boxes where its shapes are. */
export function PageThumb({ editor, plan }: PageThumbProps) {
  if (plan === null)
    return (
      <svg className={styles.thumb} viewBox="0 0 112 79" aria-hidden="true">
        <rect width={112} height={33} fill="var(--deep)" />
        <rect x={8} y={14} width={62} height={6} rx={1} fill="var(--on-deep)" />
        <rect x={8} y={42} width={44} height={3} rx={1} fill="var(--hover)" />
        <rect x={8} y={50} width={50} height={3} rx={1} fill="var(--hover)" />
      </svg>
    );
  const { matrix, width, height } = plan.view;
  return (
    <svg className={styles.thumb} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {plan.shapes.map(({ id }) => {
        const bounds = editor.getShapePageBounds(id);
        const type: string | undefined = editor.getShape(id)?.type;
        if (bounds === undefined || type === undefined || unseen.has(type)) return null;
        const box = mapBox(matrix, { x: bounds.x, y: bounds.y, width: bounds.w, height: bounds.h });
        if (type === 'heading')
          return <rect key={id} x={40} y={24} width={width * 0.35} height={34} fill={fills[type]} />;
        return <rect key={id} {...box} rx={width / 160} fill={fills[type] ?? 'var(--cause-paper)'} />;
      })}
    </svg>
  );
}
