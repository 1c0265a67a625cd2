package io.soam.enrichment.control;

import io.soam.platform.control.PlatformConfig;
import io.soam.rules.control.NormalizationRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;

/**
 * Counts each committed micro-batch once, whichever server does it: how often a rule was applied
 * goes to the database in the same transaction, the rest into the metrics of the server that
 * counted it.
 */
@ApplicationScoped
public class BatchAccounts {

    private static final int AT_ONCE = 20;

    @Inject Catalogue catalogue;
    @Inject NormalizationRules rules;
    @Inject PlatformConfig platform;

    /** Counts what nobody has counted yet, and returns it. */
    @Transactional(rollbackOn = SQLException.class)
    public List<CommittedBatch> settle() throws SQLException {
        List<CommittedBatch> batches = catalogue.claim(platform.podName(), AT_ONCE);
        for (CommittedBatch batch : batches) {
            rules.applied(batch.report().rules(), batch.committedAt());
        }
        return batches;
    }
}
