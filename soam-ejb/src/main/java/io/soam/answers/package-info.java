/**
 * Answers out of silver and gold. Spark is asked in the background, after each committed
 * micro-batch; callers get what is known, with its age, and never wait for a Spark that is down.
 */
package io.soam.answers;
