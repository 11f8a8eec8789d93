import { describe, expect, it } from 'vitest';
import { readLink, tokenInHash } from '../../../client/pages/join-link.ts';

const token = `${'aZ0-_'.repeat(8)}abc`;
const origin = 'http://board.example:3000';
const here = { kind: 'here', path: `/join#${token}` };

describe('pasted links', () => {
  it.each([
    ['the whole link', `${origin}/join#${token}`],
    ['without its scheme', `board.example:3000/join#${token}`],
    ['broken over lines by a mail program', ` <${origin}/join#${token.slice(0, 20)}\n  ${token.slice(20)}> `],
    ['the token alone', token],
    ['the fragment alone', `#${token}`],
  ])('[PAGE6] %s leads to the join page', (_what, text) => {
    expect(readLink(text, origin)).toEqual(here);
  });

  it('[PAGE6] a link of another server leads there', () => {
    const url = `https://other.example/join#${token}`;
    expect(readLink(url, origin)).toEqual({ kind: 'elsewhere', url });
    expect(readLink(`other.example/join#${token}`, origin)).toEqual({ kind: 'elsewhere', url });
  });

  it('[PAGE6] the address of a workshop or board of this server leads to the workshop', () => {
    const id = 'w'.repeat(21);
    const target = { kind: 'here', path: `/workshop/${id}` };
    expect(readLink(`${origin}/workshop/${id}`, origin)).toEqual(target);
    expect(readLink(`${origin}/workshop/${id}/board/${id}`, origin)).toEqual(target);
    expect(readLink(`https://other.example/workshop/${id}`, origin)).toBeNull();
  });

  it.each([
    '',
    'hello',
    `javascript:alert(1)//join#${token}`,
    `data:text/html,/join#${token}`,
    `${origin}/join#${token.slice(1)}`,
    `${origin}/join#${token}x`,
    `${origin}/elsewhere#${token}`,
    'http://',
  ])('[PAGE6] anything else (%s) leads nowhere', (text) => {
    expect(readLink(text, origin)).toBeNull();
  });

  it('[PAGE6] a token is whole or none', () => {
    expect(tokenInHash(`#${token}`)).toBe(token);
    expect(tokenInHash('')).toBeNull();
    expect(tokenInHash(`#${token}%20`)).toBeNull();
  });
});
