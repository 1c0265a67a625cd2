package io.soam.web.sources;

import io.soam.ingestion.boundary.ConnectorTypeView;

/**
 * A connector type to choose.
 *
 * @param type what it is
 * @param formats its payload formats in one line
 */
public record TypeChoice(ConnectorTypeView type, String formats) {

    static TypeChoice of(ConnectorTypeView type) {
        return new TypeChoice(type, String.join(", ", type.supportedFormats()));
    }
}
