package io.soam.batch.enrichment;

import java.sql.SQLException;

/** Tells of a database that does not answer once, and once more when it answers again. */
final class Outage {

    private boolean lasts;

    void goesOn(SQLException reason) {
        if (!lasts) {
            BatchLog.LOG.databaseFails(reason.getMessage());
        }
        lasts = true;
    }

    void isOver() {
        if (lasts) {
            BatchLog.LOG.databaseAnswers();
        }
        lasts = false;
    }
}
