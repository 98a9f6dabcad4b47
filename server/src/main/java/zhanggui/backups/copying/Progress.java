package zhanggui.backups.copying;

/** Told how far work is; may end it by an exception. */
@FunctionalInterface
public interface Progress {
    Progress NONE = (done, total) -> {};

    void at(long done, long total);
}
