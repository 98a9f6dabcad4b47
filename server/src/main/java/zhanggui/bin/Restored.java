package zhanggui.bin;

import java.util.Set;
import java.util.UUID;
import zhanggui.access.Viewer;

/**
 * Told in the transaction that puts records back, for each list once, so that what is kept of them elsewhere is brought up
 * to date.
 */
public record Restored(String list, Set<UUID> ids, Viewer viewer) {}
