package io.soam.domain.rules;

import java.util.Map;

/**
 * Fields under their canonical names.
 *
 * @param texts every field as text, in the order of the payload
 * @param numbers the same keys where the text is a number
 * @param collided whether two fields of the payload had one name, disregarding case
 */
public record NormalizedFields(
        Map<String, String> texts, Map<String, Double> numbers, boolean collided) {}
