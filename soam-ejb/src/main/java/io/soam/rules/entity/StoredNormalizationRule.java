package io.soam.rules.entity;

import io.soam.domain.rules.NormalizationRule;
import jakarta.persistence.Column;
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
 * A normalisation rule with its history: who made it, whether it is enabled, how often it was
 * applied. Scope and raw key identify it; there is at most one rule for both.
 */
@Entity
@Table(name = "normalization_rules", schema = "soam")
@NamedQuery(
        name = StoredNormalizationRule.ENABLED,
        query = "select r from StoredNormalizationRule r where r.enabled order by r.id")
@NamedQuery(
        name = StoredNormalizationRule.APPLIED,
        query =
                "update StoredNormalizationRule r set r.appliedCount = r.appliedCount + :count,"
                        + " r.lastAppliedAt = :at where r.enabled and r.rawKey = :rawKey")
public class StoredNormalizationRule {

    /**
     * Update of the usage of the enabled rules of a {@code rawKey}, by {@code count} {@code at} a
     * time.
     */
    public static final String APPLIED = "StoredNormalizationRule.applied";

    /** Query for all enabled rules, oldest first. */
    public static final String ENABLED = "StoredNormalizationRule.enabled";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "ingestion_id")
    private String ingestionId;

    @Column(name = "raw_key")
    private String rawKey;

    @Column(name = "canonical_key")
    private String canonicalKey;

    private boolean enabled;

    @Column(name = "applied_count", insertable = false, updatable = false)
    private long appliedCount;

    @Column(name = "last_applied_at", insertable = false, updatable = false)
    private Instant lastAppliedAt;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Version
    @Column(name = "lock_version")
    private int lockVersion;

    protected StoredNormalizationRule() {}

    /** Stores an enabled rule. */
    public StoredNormalizationRule(NormalizationRule rule, String createdBy, Instant now) {
        this.ingestionId = rule.ingestionId();
        this.rawKey = rule.rawKey();
        this.canonicalKey = rule.canonicalKey();
        this.enabled = true;
        this.createdBy = Objects.requireNonNull(createdBy, "A creator is required.");
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** The rule itself. */
    public NormalizationRule rule() {
        return new NormalizationRule(ingestionId, rawKey, canonicalKey);
    }

    /** How often it was applied. */
    public long getAppliedCount() {
        return appliedCount;
    }

    /** When it was last applied; null if never. */
    public Instant getLastAppliedAt() {
        return lastAppliedAt;
    }

    public Long getId() {
        return id;
    }

    public boolean isEnabled() {
        return enabled;
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
