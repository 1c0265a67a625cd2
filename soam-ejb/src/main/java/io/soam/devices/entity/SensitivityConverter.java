package io.soam.devices.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps a {@link Sensitivity} as its code. */
@Converter
public class SensitivityConverter implements AttributeConverter<Sensitivity, String> {

    @Override
    public String convertToDatabaseColumn(Sensitivity level) {
        return level.code();
    }

    @Override
    public Sensitivity convertToEntityAttribute(String code) {
        return Sensitivity.of(code)
                .orElseThrow(() -> new IllegalStateException("Unknown sensitivity '" + code + "'"));
    }
}
