package zhanggui.seals;

import java.util.UUID;

/** One link of the chain: the entry that has this number, and the hash over it and everything before. */
record Seal(long number, UUID entry, byte[] hash) {}
