package io.soam.ingestion.control;

import io.soam.ingestion.entity.SourceStatus;

/**
 * Which data sources are wanted.
 *
 * @param text part of the name or the ingestion id, disregarding case; null for any
 * @param status null for any
 * @param typeName connector type; null for any
 * @param enabledOnly whether disabled ones are left out
 */
public record SourceFilter(
        String text, SourceStatus status, String typeName, boolean enabledOnly) {}
