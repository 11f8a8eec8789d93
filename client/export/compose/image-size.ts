export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** Pixels of a PNG or JPEG in a base64 data URL; null for what is neither. */
export function imageSize(url: string): ImageSize | null {
  const bytes = bytesOf(url);
  if (bytes === null) return null;
  return pngSize(bytes) ?? jpegSize(bytes);
}

function bytesOf(url: string): DataView | null {
  try {
    const text = atob(url.slice(url.indexOf(',') + 1));
    return new DataView(Uint8Array.from(text, (sign) => sign.charCodeAt(0)).buffer);
  } catch {
    return null;
  }
}

function pngSize(view: DataView): ImageSize | null {
  if (view.byteLength < 24 || view.getUint32(0) !== 0x89504e47) return null;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** JPEG's frame header, whichever coding it announces: all SOF markers but DHT, JPG and DAC, which share their range. */
const isFrameHeader = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function jpegSize(view: DataView): ImageSize | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 <= view.byteLength; at += 2 + view.getUint16(at + 2)) {
    if (view.getUint8(at) !== 0xff) return null;
    if (isFrameHeader(view.getUint8(at + 1))) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
  }
  return null;
}
