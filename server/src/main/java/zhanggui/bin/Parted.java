package zhanggui.bin;

import java.util.UUID;

/** Told in the transaction that undoes a merge, when both records are there again. */
public record Parted(String list, UUID kept, UUID back) {}
