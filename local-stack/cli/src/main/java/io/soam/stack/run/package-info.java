/** Starts, watches and stops parts in the right order. */
package io.soam.stack.run;
