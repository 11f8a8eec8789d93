/**
 * A menu or dialog that closes gives the focus back in a task of its own. What is opened from it comes after that: it
 * finds the focus where it belongs, and leads back there.
 */
export function afterFocusCameBack(action: () => void): void {
  setTimeout(() => setTimeout(action));
}
