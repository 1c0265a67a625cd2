/**
 * What each part of the stack needs to be started, checked and stopped. Nothing here starts a
 * process.
 */
package io.soam.stack.part;
