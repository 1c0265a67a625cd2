/**
 * The servers that share the work. They see the same database and talk to each other through it: no
 * port between them has to be opened, and what is true for one is true for all.
 *
 * <p>It knows nothing of what the servers work on; the other components use it.
 */
package io.soam.replicas;
