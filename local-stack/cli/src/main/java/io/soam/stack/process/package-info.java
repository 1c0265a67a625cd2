/** Processes, their logs and ports, as Linux tells of them. */
package io.soam.stack.process;
