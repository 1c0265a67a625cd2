/**
 * What makes one stack different from another: where it keeps its state, its ports, its secrets.
 */
package io.soam.stack.home;
