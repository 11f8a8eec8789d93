/**
 * Puts text on the clipboard. Browsers hand out `navigator.clipboard` on https and localhost only; elsewhere a selected
 * field and the old copy command still work.
 * @returns false when neither was allowed.
 */
export async function copyText(text: string): Promise<boolean> {
  if (navigator.clipboard !== undefined) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Refused, for example by a permission policy: try the old way.
    }
  }
  return copyFromField(text);
}

function copyFromField(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.setAttribute('aria-hidden', 'true');
  // Off screen, and large enough that phones do not zoom to it.
  field.style.cssText = 'position:fixed;top:0;left:-200vw;font-size:16px';
  const active = document.activeElement;
  // Inside an open dialog the focus is trapped: only a field in there may be selected.
  (active?.closest('[role="dialog"], [role="alertdialog"]') ?? document.body).append(field);
  try {
    field.select();
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    if (active instanceof HTMLElement) active.focus({ preventScroll: true });
  }
}
