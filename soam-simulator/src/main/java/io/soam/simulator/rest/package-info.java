/**
 * A REST API as a city might offer it: five kinds of sensors, the newest hundred records of each.
 * It can register itself as a data source.
 */
package io.soam.simulator.rest;
