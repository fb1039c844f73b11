// Clipboard: writes text to it, and tells whether that worked.

/** True when `text` is on the clipboard. False where the browser refuses: no permission, or a page that is not secure. */
export async function copyText(text: string): Promise<boolean> {
  // Absent on pages served without HTTPS from another machine, whatever the types say.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (!clipboard) return false;
  try {
    await clipboard.writeText(text);
    return true;
  } catch {
    // The browser asked, or did not ask, and the answer was no.
    return false;
  }
}
