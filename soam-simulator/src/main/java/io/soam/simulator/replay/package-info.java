/**
 * Recorded messages are sent again as if they were measured now: times are moved, the gaps between
 * them are kept. Files are read message by message, so they may be of any size.
 */
package io.soam.simulator.replay;
