package io.soam.ingestion.connector;

/**
 * A setting of a configuration that cannot be used.
 *
 * @param name path of the setting, levels separated by slashes; empty for the whole
 * @param message what is wrong with it, for people
 */
public record InvalidSetting(String name, String message) {}
