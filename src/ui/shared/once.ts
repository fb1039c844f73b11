// Once: a double click is meant as one click, so what it asks for is asked once.

/** Runs `act` for a click or the keyboard, and not again for the second click of a double click. */
export const once =
  (act: () => void) =>
  (event: MouseEvent): void => {
    if (event.detail < 2) act();
  };
