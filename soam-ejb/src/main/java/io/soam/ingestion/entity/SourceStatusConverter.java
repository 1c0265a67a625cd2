package io.soam.ingestion.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;

/** Keeps a {@link SourceStatus} as its code. */
@Converter
public class SourceStatusConverter implements AttributeConverter<SourceStatus, String> {

    @Override
    public String convertToDatabaseColumn(SourceStatus status) {
        return status.code();
    }

    @Override
    public SourceStatus convertToEntityAttribute(String code) {
        return SourceStatus.valueOf(code.toUpperCase(Locale.ROOT));
    }
}
