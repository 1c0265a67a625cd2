package io.soam.schema.boundary;

/**
 * A field of the schema that holds the messages of all datasets.
 *
 * @param name its path
 * @param type {@code double}, {@code boolean} or {@code string}
 */
public record UnionField(String name, String type) {}
