/** Traffic counters at the roads of a city. */
package io.soam.simulator.traffic;
