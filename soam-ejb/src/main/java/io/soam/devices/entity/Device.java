package io.soam.devices.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;

/**
 * A device: the permission for one stream to enter silver, and what is known of it. A device
 * without a stream is the wildcard, which lets every stream in.
 */
@Entity
@Table(name = "devices", schema = "soam")
@NamedQuery(
        name = Device.NEWEST_FIRST,
        query = "select d from Device d order by d.createdAt desc, d.id desc")
@NamedQuery(name = Device.COUNT, query = "select count(d) from Device d")
@NamedQuery(name = Device.ENABLED, query = "select d from Device d where d.enabled")
@NamedQuery(
        name = Device.BY_INGESTION_ID,
        query = "select d from Device d where d.ingestionId = :ingestionId")
@NamedQuery(name = Device.WILDCARD, query = "select d from Device d where d.ingestionId is null")
public class Device {

    /** Query for all devices, newest first. */
    public static final String NEWEST_FIRST = "Device.newestFirst";

    /** Query for the number of devices. */
    public static final String COUNT = "Device.count";

    /** Query for the devices that are enabled. */
    public static final String ENABLED = "Device.enabled";

    /** Query for the device of one stream, by {@code ingestionId}. */
    public static final String BY_INGESTION_ID = "Device.byIngestionId";

    /** Query for the device without a stream. */
    public static final String WILDCARD = "Device.wildcard";

    /** Days for which data is kept where nothing else is said. */
    public static final int DEFAULT_RETENTION_DAYS = 90;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "ingestion_id")
    private String ingestionId;

    private String name;

    private String description;

    private boolean enabled = true;

    @Convert(converter = SensitivityConverter.class)
    private Sensitivity sensitivity = Sensitivity.INTERNAL;

    @Column(name = "data_retention_days")
    private int dataRetentionDays = DEFAULT_RETENTION_DAYS;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "updated_by")
    private String updatedBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Version
    @Column(name = "lock_version")
    private int lockVersion;

    protected Device() {}

    /**
     * Registers a device.
     *
     * @param ingestionId its stream; null for the wildcard
     */
    public Device(String ingestionId, String createdBy, Instant now) {
        this.ingestionId = ingestionId;
        this.createdBy = Objects.requireNonNull(createdBy, "A creator is required.");
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Describes it anew. */
    public void describe(
            String newName,
            String newDescription,
            boolean newEnabled,
            Sensitivity newSensitivity,
            int newDataRetentionDays,
            String by,
            Instant now) {
        name = newName;
        description = newDescription;
        enabled = newEnabled;
        sensitivity = newSensitivity;
        dataRetentionDays = newDataRetentionDays;
        updatedBy = by;
        updatedAt = now;
    }

    public boolean isWildcard() {
        return ingestionId == null;
    }

    public Long getId() {
        return id;
    }

    public String getIngestionId() {
        return ingestionId;
    }

    public String getName() {
        return name;
    }

    public String getDescription() {
        return description;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public Sensitivity getSensitivity() {
        return sensitivity;
    }

    public int getDataRetentionDays() {
        return dataRetentionDays;
    }

    public String getCreatedBy() {
        return createdBy;
    }

    public String getUpdatedBy() {
        return updatedBy;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public Instant getUpdatedAt() {
        return updatedAt;
    }
}
