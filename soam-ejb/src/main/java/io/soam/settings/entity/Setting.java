package io.soam.settings.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;

/** A named value with its type, such as {@code temperature_threshold} = 30.0. */
@Entity
@Table(name = "settings", schema = "soam")
public class Setting {

    /** Type of a value that is a decimal number. */
    public static final String NUMBER = "number";

    @Id private String key;

    private String value;

    @Column(name = "value_type")
    private String valueType;

    private String description;

    private String category;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Version
    @Column(name = "lock_version")
    private int lockVersion;

    protected Setting() {}

    /** Makes a number setting. */
    public Setting(
            String key,
            double value,
            String description,
            String category,
            String createdBy,
            Instant now) {
        this.key = Objects.requireNonNull(key, "A key is required.");
        this.value = String.valueOf(value);
        this.valueType = NUMBER;
        this.description = description;
        this.category = category;
        this.createdBy = Objects.requireNonNull(createdBy, "A creator is required.");
        this.createdAt = now;
        this.updatedAt = now;
    }

    public String getKey() {
        return key;
    }

    public String getValue() {
        return value;
    }

    public String getValueType() {
        return valueType;
    }

    public String getDescription() {
        return description;
    }

    public String getCategory() {
        return category;
    }

    public String getCreatedBy() {
        return createdBy;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public Instant getUpdatedAt() {
        return updatedAt;
    }
}
