package zhanggui.audit;

import java.util.UUID;

/**
 * Somebody is to be forgotten: published in the transaction in which their record goes, for what keeps copies where no
 * reference leads to.
 *
 * @param uploads whether files that were read once, and may tell of them, go too
 */
public record Erased(String list, UUID record, boolean uploads) {}
