import sharp from 'sharp';

/** A photograph as a telephone takes it: turned by its EXIF, with the place where it was taken. 400 × 300 as kept in the file. */
export const photograph = (): Promise<Buffer> =>
  sharp({ create: { width: 400, height: 300, channels: 3, background: '#2c6e8f' } })
    .composite([{ input: { create: { width: 400, height: 60, channels: 3, background: '#e2b33c' } }, top: 0, left: 0 }])
    .jpeg()
    .withMetadata({
      orientation: 6,
      exif: {
        IFD0: { Copyright: 'Somebody', Model: 'TelephoneX' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 3230/100' },
      },
    })
    .toBuffer();

/** A GIF of so many frames. */
export const animation = (frames: number, width = 40, height = 30): Promise<Buffer> => {
  const rows = Array.from({ length: frames }, (_, at) => Buffer.alloc(width * height * 3, (at * 37) % 256));
  const raw = { width, height: height * frames, channels: 3, pageHeight: height } as const;
  return sharp(Buffer.concat(rows), { raw }).gif({ loop: 0 }).toBuffer();
};
