/**
 * Part of the build: makes services out of downloaded distributions. Not used when the stack runs.
 */
package io.soam.stack.assembly;
