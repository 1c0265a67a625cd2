/**
 * The page Home. {@link io.soam.web.home.Home} is everything it shows, in words: the page is
 * rendered from it, and afterwards the browser asks for the same again as JSON and changes only
 * what has changed.
 */
package io.soam.web.home;
