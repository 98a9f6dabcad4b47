package zhanggui.customers;

import java.util.UUID;
import zhanggui.access.Viewer;

/** Told in the transaction that removes a contact, just before its row goes, to whoever has something on it. */
public record ContactRemoved(UUID id, Viewer viewer) {}
