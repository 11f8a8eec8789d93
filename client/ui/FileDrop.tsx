import { FileArrowUpIcon } from '@phosphor-icons/react/dist/csr/FileArrowUp';
import { type DragEvent, useRef, useState } from 'react';
import { Button } from './Button.tsx';
import styles from './FileDrop.module.css';

interface FileDropProps {
  /** As an input takes it: `.csv,.tsv`. A dropped file may be of any kind. */
  readonly accept: string;
  readonly choose: string;
  readonly drop: string;
  readonly hint?: string;
  readonly onFile: (file: File) => void;
}

/** A place for a file, to drop it on or to choose it from. */
export function FileDrop({ accept, choose, drop, hint, onFile }: FileDropProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const over = (event: DragEvent, next: boolean) => {
    event.preventDefault();
    setIsOver(next);
  };
  const onDrop = (event: DragEvent) => {
    over(event, false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the second way; the button is the first.
    <div
      className={styles.drop}
      data-over={isOver || undefined}
      onDragOver={(event) => over(event, true)}
      onDragLeave={(event) => over(event, false)}
      onDrop={onDrop}
    >
      <FileArrowUpIcon aria-hidden="true" />
      <p className={styles.ways}>
        <Button look="line" onClick={() => input.current?.click()}>
          {choose}
        </Button>
        <span className="muted">{drop}</span>
      </p>
      {hint !== undefined && <p className="muted small">{hint}</p>}
      <input
        ref={input}
        hidden
        type="file"
        accept={accept}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // The same file may be chosen again, once it was mended.
          target.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
    </div>
  );
}
