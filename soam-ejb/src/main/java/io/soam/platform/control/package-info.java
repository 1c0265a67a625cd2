/**
 * What every component needs and none owns: the schema's migration, JSON, the clock, the replica's
 * name.
 */
package io.soam.platform.control;
