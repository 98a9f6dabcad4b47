package zhanggui.opportunities;

import java.util.UUID;
import zhanggui.access.Viewer;

/** Told in the transaction that removes an opportunity, just before its row goes, to whoever has something on it. */
public record OpportunityRemoved(UUID id, Viewer viewer) {}
