package io.soam.ingestion.boundary;

import io.soam.ingestion.connector.InvalidSetting;
import jakarta.ejb.ApplicationException;
import java.util.List;

/** A data source cannot be as it is described; says of every setting what is wrong. */
@ApplicationException(rollback = true)
public final class InvalidDataSourceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<InvalidSetting> settings;

    public InvalidDataSourceException(List<InvalidSetting> settings) {
        super(
                settings.size() == 1
                        ? settings.get(0).message()
                        : settings.size() + " settings are not valid.");
        this.settings = List.copyOf(settings);
    }

    /** What is wrong, setting by setting. */
    public List<InvalidSetting> settings() {
        return settings;
    }
}
