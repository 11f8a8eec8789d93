import { logoLimits } from '../../shared/protocol/limits.ts';
import { readJpeg } from './jpeg.ts';
import { readPng } from './png.ts';

type LogoAnswer =
  | { readonly status: 'read'; readonly logo: string }
  | { readonly status: 'refused'; readonly fault: 'picture-unknown' | 'picture-too-large' };

const refused = (fault: 'picture-unknown' | 'picture-too-large'): LogoAnswer => ({ status: 'refused', fault });

const readers = { png: readPng, jpeg: readJpeg } as const;

/**
 * Reads a logo that somebody handed in.
 * @returns the picture and nothing else that was in the file, again as a data URL
 */
export function readLogo(url: string): LogoAnswer {
  const { type, base64 = '' } = /^data:image\/(?<type>png|jpeg);base64,(?<base64>.*)$/s.exec(url)?.groups ?? {};
  if (type !== 'png' && type !== 'jpeg') return refused('picture-unknown');
  const bytes = Buffer.from(base64, 'base64');
  // Signs of another alphabet, or too many, would be passed over in silence.
  if (bytes.toString('base64') !== base64) return refused('picture-unknown');
  if (bytes.length > logoLimits.maxBytes) return refused('picture-too-large');
  const picture = readers[type](bytes, logoLimits);
  if (picture === 'unknown') return refused('picture-unknown');
  if (picture === 'too-large') return refused('picture-too-large');
  return { status: 'read', logo: `data:image/${type};base64,${Buffer.from(picture.bytes).toString('base64')}` };
}
