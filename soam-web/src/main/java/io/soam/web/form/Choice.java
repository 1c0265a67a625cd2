package io.soam.web.form;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One of the values to choose from.
 *
 * @param value as a page sends it
 * @param label for people
 * @param node as the configuration has it
 */
public record Choice(String value, String label, JsonNode node) {}
