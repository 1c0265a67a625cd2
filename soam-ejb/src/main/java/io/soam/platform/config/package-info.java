/**
 * How components read their configuration. Each has one class that ends in {@code Config}, lists
 * its {@link io.soam.platform.config.ConfigKey}s in a constant {@code KEYS} and reads them from
 * MicroProfile Config. {@code docs/configuration.md} is generated from these lists.
 */
package io.soam.platform.config;
