/** Two tones, a fifth apart, that a room hears and nobody starts at. */
const tonesHz = [660, 990] as const;
const toneSeconds = 0.5;
const loudness = 0.2;

/** Of a page there may be few. */
let context: AudioContext | null = null;

/**
 * Makes sure that the chime may sound: browsers let a page make a sound only after somebody has pressed something on it.
 * To be called in such a press.
 */
export function readyChime(): void {
  context ??= new AudioContext();
  void context.resume();
}

/** Sounds where it may; a page that was never pressed stays silent. */
export function chime(): void {
  if (context?.state !== 'running') return;
  for (const [index, hertz] of tonesHz.entries()) {
    const from = context.currentTime + index * toneSeconds;
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = hertz;
    volume.gain.setValueAtTime(loudness, from);
    volume.gain.exponentialRampToValueAtTime(0.001, from + toneSeconds * 1.6);
    tone.connect(volume).connect(context.destination);
    tone.start(from);
    tone.stop(from + toneSeconds * 1.6);
  }
}
