/** Temperature and humidity at places of a city, depending on the time of day. */
package io.soam.simulator.temperature;
