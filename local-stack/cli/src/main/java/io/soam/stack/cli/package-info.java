/** The commands of {@code ./soam}: options in, lines out. What they do is in {@code run}. */
package io.soam.stack.cli;
