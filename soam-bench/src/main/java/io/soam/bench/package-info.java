/**
 * Measures a running stack from outside.
 *
 * <p>An open-loop generator sends numbered messages to the broker at a rate that does not depend on
 * how fast they are taken, a reader finds them in bronze again, and both are compared number by
 * number. Nothing here uses a class of the rest, so a mistake there cannot hide itself here.
 */
package io.soam.bench;
