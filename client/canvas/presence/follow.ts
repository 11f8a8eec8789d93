import type { Editor } from 'tldraw';
import { isStill } from '../../ui/theme.ts';
import { readSeen } from './seen.ts';

/** How the one who is followed is: there, or away for a moment. */
export type Followed = 'there' | 'away';

interface FollowOptions {
  /** Participant id. */
  readonly userId: string;
  /** They are waited for however long they are away. */
  readonly stays: boolean;
  readonly onChange: (followed: Followed) => void;
  /** They stayed away, or whoever follows moved by themselves. Called once; nothing is followed from then on. */
  readonly onEnd: () => void;
}

/** For how long somebody may be away, as while their line comes back. */
const awayMaxMs = 10_000;
/** The camera has covered two thirds of the way after this. */
const easeMs = 90;

interface Camera {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/**
 * Keeps in view what somebody else has in view.
 *
 * Invariants: a camera that something else moved ends it, so one's own hand always wins; while one writes the camera stands
 * still.
 * @returns stops it, without `onEnd`.
 */
export function followPerson(editor: Editor, { userId, stays, onChange, onEnd }: FollowOptions): () => void {
  let left: Camera | null = null;
  let bounds = editor.getViewportScreenBounds();
  let awaySinceMs: number | null = null;

  const stop = () => void editor.off('tick', onTick);
  const end = () => {
    stop();
    onEnd();
  };
  const awaits = (): boolean => {
    const now = performance.now();
    if (awaySinceMs === null) onChange('away');
    awaySinceMs ??= now;
    return stays || now - awaySinceMs < awayMaxMs;
  };

  function onTick(elapsedMs: number): void {
    const camera = editor.getCamera();
    const wasMoved = left !== null && !isNear(camera, left, editor) && editor.getViewportScreenBounds().equals(bounds);
    const isWriting = editor.getEditingShapeId() !== null;
    if (wasMoved && !isWriting) {
      end();
      return;
    }
    bounds = editor.getViewportScreenBounds();
    const record = editor.getCollaboratorsOnCurrentPage().find((each) => each.userId === userId);
    if (record === undefined) {
      left = camera;
      if (!awaits()) end();
      return;
    }
    if (awaySinceMs !== null) onChange('there');
    awaySinceMs = null;
    left = camera;
    // What is held under the pointer would go along with the camera.
    if (isWriting || editor.inputs.isPointing) return;
    const wanted = cameraOver(editor, readSeen(record).view);
    if (isNear(camera, wanted, editor)) return;
    const next = isStill() ? wanted : between(camera, wanted, 1 - Math.exp(-elapsedMs / easeMs));
    editor.setCamera(next, { immediate: true });
    left = editor.getCamera();
  }
  editor.on('tick', onTick);
  return stop;
}

/** The camera that shows all of what somebody sees, in the middle, whatever the shape of this window. */
function cameraOver(editor: Editor, [x, y, width, height]: ReturnType<typeof readSeen>['view']): Camera {
  const { w, h } = editor.getViewportScreenBounds();
  const steps = editor.getCameraOptions().zoomSteps;
  const fits = Math.min(w / Math.max(1, width), h / Math.max(1, height));
  const z = Math.min(Math.max(fits, steps[0] ?? fits), steps.at(-1) ?? fits);
  return { x: w / 2 / z - (x + width / 2), y: h / 2 / z - (y + height / 2), z };
}

/** Less than a pixel on the screen apart. */
function isNear(a: Camera, b: Camera, editor: Editor): boolean {
  const { w } = editor.getViewportScreenBounds();
  return Math.abs(a.x - b.x) * b.z < 1 && Math.abs(a.y - b.y) * b.z < 1 && Math.abs(a.z / b.z - 1) * w < 1;
}

const between = (a: Camera, b: Camera, part: number): Camera => ({
  x: a.x + (b.x - a.x) * part,
  y: a.y + (b.y - a.y) * part,
  z: a.z + (b.z - a.z) * part,
});
