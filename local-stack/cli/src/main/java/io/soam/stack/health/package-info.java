/** Questions to a part in its own protocol. */
package io.soam.stack.health;
