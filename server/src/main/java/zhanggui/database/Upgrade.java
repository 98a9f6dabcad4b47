package zhanggui.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Brings the tables to what this version needs, all or nothing. What fails is undone and told in words: the version that
 * ran before starts again with its data. A version older than the tables does not start.
 */
@Component
class Upgrade implements FlywayMigrationStrategy {
    @Override
    public void migrate(Flyway flyway) {
        for (var known : flyway.info().applied()) if (isNewer(known)) throw tooOld(known);
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            throw new CannotStart(
                    "The database could not be brought up to this version; all of it was undone. " + e.getMessage(),
                    "Nothing is lost: start the version that ran before, it goes on with its data. Report the message"
                            + " above, and start this version again when its cause is gone.");
        }
    }

    private static boolean isNewer(MigrationInfo one) {
        return one.getState() == MigrationState.FUTURE_SUCCESS;
    }

    private static CannotStart tooOld(MigrationInfo newer) {
        return new CannotStart(
                "The database was used by a newer version already: it has " + newer.getScript() + ".",
                "Start that version or a newer one; this one could damage what it does not know.");
    }
}
