const two = (value: number): string => String(value).padStart(2, '0');

/**
 * Minutes and seconds; hours where there are any. What is left is rounded up, so that it begins with what was set and ends
 * when it says nothing; what is over counts from the end on, with a plus.
 */
export function clockText(leftMs: number): string {
  const seconds = leftMs > 0 ? Math.ceil(leftMs / 1_000) : Math.floor(-leftMs / 1_000);
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  const text = `${hours > 0 ? `${hours}:` : ''}${two(minutes)}:${two(seconds % 60)}`;
  return leftMs < 0 && seconds > 0 ? `+${text}` : text;
}
