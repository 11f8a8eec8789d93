import { expect, type Page } from '@playwright/test';

/** What has the focus, and whether one sees it there. */
interface Focus {
  /** Empty where it is nowhere. */
  readonly role: string;
  readonly name: string;
  readonly isSeen: boolean;
}

/** Runs in a page. A ring in the colour of the focus on it, on what stands for it, or around it; in a text the caret. */
function focusIn(): Focus {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || active === document.body) return { role: '', name: '', isSeen: false };
  const probe = document.createElement('i');
  probe.style.color = 'var(--focus)';
  document.body.append(probe);
  const ringColour = getComputedStyle(probe).color;
  probe.remove();
  const label = (active as HTMLInputElement).labels?.[0] ?? active;
  const own = active.getBoundingClientRect();
  // Buttons that one chooses among are hidden; what they are called shows the choice.
  const area = own.width > 1 ? own : label.getBoundingClientRect();
  const isNear = ({ left, right, top, bottom }: DOMRect) =>
    left < area.right + 4 && right > area.left - 4 && top < area.bottom + 4 && bottom > area.top - 4;
  const hasRing = [...document.querySelectorAll('*')].some((element) => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
    const isRing = outlineStyle === 'solid' && Number.parseFloat(outlineWidth) >= 2 && outlineColor === ringColour;
    return isRing && isNear(element.getBoundingClientRect());
  });
  // Where reading begins, on a new page or in a drawer: there is nothing to press.
  const isStart = active.matches('main, h2[tabindex="-1"]');
  const isInView = area.right > 0 && area.bottom > 0 && area.left < innerWidth && area.top < innerHeight;
  return {
    role: active.getAttribute('role') ?? active.tagName.toLowerCase(),
    name: (active.getAttribute('aria-label') ?? label.textContent ?? '').replace(/\s+/g, ' ').trim(),
    isSeen: isInView && (hasRing || isStart || active.isContentEditable),
  };
}

/** The focus is on something of this name, and one sees it. */
export async function isAt(page: Page, name: string | RegExp, role?: string): Promise<void> {
  const wanted = { name: typeof name === 'string' ? name : expect.stringMatching(name), isSeen: true };
  await expect
    .poll(() => page.evaluate(focusIn), { message: `focus on ${name}` })
    .toMatchObject(role === undefined ? wanted : { ...wanted, role });
}

const stopsMax = 60;

/** Presses Tab until the focus is on something of this name; at every stop on the way one sees it. */
export async function tabTo(page: Page, name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let stop = 0; stop < stopsMax; stop++) {
    await page.keyboard.press(key);
    const focus = await page.evaluate(focusIn);
    // Behind the last stop of a page comes the browser's own bar.
    if (focus.role === '') continue;
    passed.push(`${focus.role} ${focus.name.slice(0, 40)}`);
    expect(focus, passed.join(', ')).toMatchObject({ isSeen: true });
    if (typeof name === 'string' ? focus.name === name : name.test(focus.name)) return;
  }
  throw new Error(`${name} is not among ${passed.join(', ')}`);
}

/** Fails when a mouse or a finger was used. Call before the first page is opened. */
export async function withoutPointer(page: Page): Promise<() => Promise<void>> {
  await page.addInitScript(() => {
    for (const type of ['pointerdown', 'mousedown', 'touchstart'])
      addEventListener(
        type,
        ({ isTrusted }) => {
          if (isTrusted) sessionStorage.setItem('pointer', type);
        },
        { capture: true },
      );
  });
  return async () => expect(await page.evaluate(() => sessionStorage.getItem('pointer'))).toBeNull();
}
