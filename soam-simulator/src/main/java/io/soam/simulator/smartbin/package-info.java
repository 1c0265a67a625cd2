/** Litter bins that tell how full they are. */
package io.soam.simulator.smartbin;
