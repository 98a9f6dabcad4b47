package zhanggui.jobs;

import static zhanggui.jobs.db.Tables.JOB;

import zhanggui.access.Scope;
import zhanggui.access.Viewer;

/**
 * Who may see and stop which jobs. People always their own; those of others by permission. A token is asked for the
 * permission in any case: it may do no more than it was made for.
 */
final class JobRights {
    static final String READ = "jobs:read";
    static final String CANCEL = "jobs:cancel";
    private static final Scope OWN = (viewer, permission) -> JOB.OWNER_ID.eq(viewer.id());
    private static final Scope GRANTED = Scope.ownedBy(JOB.OWNER_ID);

    static final Scope SCOPE =
            (viewer, permission) -> (isToken(viewer) ? GRANTED : OWN.or(GRANTED)).of(viewer, permission);

    private JobRights() {}

    static boolean mayCancel(Job job, Viewer viewer) {
        return viewer.may(CANCEL, job.owner())
                || !isToken(viewer) && job.owner().equals(viewer.id());
    }

    private static boolean isToken(Viewer viewer) {
        return viewer.origin().way() == Viewer.Way.TOKEN;
    }
}
