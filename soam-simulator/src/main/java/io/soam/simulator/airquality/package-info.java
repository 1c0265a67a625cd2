/** Gases and fine dust in the air of a city. */
package io.soam.simulator.airquality;
