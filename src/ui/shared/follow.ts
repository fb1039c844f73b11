// Follow: goes to a place as a click on its link would. Reading the address, and answering Back, is the app's.
import { hrefOf, type Route } from './route.ts';

/** Goes to a place; the present one stays behind Back. */
export const follow = (route: Route): void => followHref(hrefOf(route));

/** As `follow`, for an address that is not a place of its own, such as the fragment of a shared link. */
export function followHref(href: string): void {
  const link = document.createElement('a');
  link.href = href;
  link.click();
}

/**
 * For what takes a while: call it before, and the result after. It follows the route only if nobody has gone elsewhere in
 * the meantime.
 */
export function followFromHere(): (route: Route) => void {
  const here = document.URL;
  return (route) => {
    if (document.URL === here) follow(route);
  };
}
