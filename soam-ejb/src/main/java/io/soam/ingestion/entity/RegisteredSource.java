package io.soam.ingestion.entity;

import io.soam.domain.message.IngestionId;
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
import org.hibernate.annotations.ColumnTransformer;

/**
 * A data source: where messages come from and how to get them.
 *
 * <p>It is registered with a name, a connector type and the type's configuration; name and type
 * give its ingestion id, which never changes. While it is enabled a connector runs for it and
 * reports its status here, so that every replica and a restarted server know it.
 */
@Entity
@Table(name = "data_sources", schema = "soam")
@NamedQuery(name = RegisteredSource.ALL, query = "select s from RegisteredSource s order by s.name")
@NamedQuery(
        name = RegisteredSource.BY_INGESTION_ID,
        query = "select s from RegisteredSource s where s.ingestionId = :ingestionId")
public class RegisteredSource {

    /** Who has registered what the server itself provides. */
    public static final String SYSTEM = "system_auto_register";

    /** Query for all data sources, by name. */
    public static final String ALL = "RegisteredSource.all";

    /** Query for one data source, by {@code ingestionId}. */
    public static final String BY_INGESTION_ID = "RegisteredSource.byIngestionId";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String name;

    @Column(name = "type_name")
    private String typeName;

    @ColumnTransformer(write = "?::jsonb")
    private String config;

    @Column(name = "ingestion_id")
    private String ingestionId;

    private boolean enabled;

    private boolean wanted;

    private long revision;

    private int version;

    @Column(name = "updated_by")
    private String updatedBy;

    @Convert(converter = SourceStatusConverter.class)
    private SourceStatus status = SourceStatus.INACTIVE;

    @Column(name = "last_connection")
    private Instant lastConnection;

    @Column(name = "last_error")
    private String lastError;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Version
    @Column(name = "lock_version")
    private int lockVersion;

    protected RegisteredSource() {}

    /** Registers a data source, enabled and not yet started. */
    public RegisteredSource(
            String name, String typeName, String config, String createdBy, Instant now) {
        this.name = Objects.requireNonNull(name, "A name is required.");
        this.typeName = Objects.requireNonNull(typeName, "A connector type is required.");
        this.config = Objects.requireNonNull(config, "A configuration is required.");
        this.createdBy = Objects.requireNonNull(createdBy, "A creator is required.");
        this.ingestionId = IngestionId.ofSource(name, typeName).value();
        this.enabled = true;
        this.wanted = true;
        this.revision = 1;
        this.version = 1;
        this.updatedBy = createdBy;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Gives it another name; the ingestion id stays. */
    public void rename(String newName) {
        name = Objects.requireNonNull(newName, "A name is required.");
    }

    /** Gives it another configuration; a running connector is replaced. */
    public void reconfigure(String newConfig, Instant now) {
        config = Objects.requireNonNull(newConfig, "A configuration is required.");
        revision++;
        updatedAt = now;
    }

    /** Has a running connector replaced, or a stopped one started. */
    public void restart() {
        wanted = true;
        revision++;
    }

    /** Lets it run or not, whatever else is wanted. */
    public void enable(boolean enable) {
        enabled = enable;
    }

    /** Starts or stops it; holds until the opposite is wanted, also after a restart. */
    public void want(boolean want) {
        wanted = want;
    }

    /** Notes who has changed it. */
    public void changedBy(String caller, Instant now) {
        version++;
        updatedBy = caller;
        updatedAt = now;
    }

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public String getTypeName() {
        return typeName;
    }

    public String getConfig() {
        return config;
    }

    public String getIngestionId() {
        return ingestionId;
    }

    public boolean isEnabled() {
        return enabled;
    }

    /** Whether people want it to run; false after it was stopped, until it is started again. */
    public boolean isWanted() {
        return wanted;
    }

    /**
     * Raised by whatever a running connector must be replaced for: another configuration, or a
     * restart. Every replica compares it with the revision that it runs.
     */
    public long getRevision() {
        return revision;
    }

    public String getUpdatedBy() {
        return updatedBy;
    }

    /** Raised by each change that a person makes. */
    public int getVersion() {
        return version;
    }

    public SourceStatus getStatus() {
        return status;
    }

    public Instant getLastConnection() {
        return lastConnection;
    }

    public String getLastError() {
        return lastError;
    }

    /** Whether the server registered it, for everyone. */
    public boolean isOfTheSystem() {
        return SYSTEM.equals(createdBy);
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
