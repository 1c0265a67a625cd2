/** The times that devices send, in all their notations. */
package io.soam.domain.time;
