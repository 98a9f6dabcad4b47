package zhanggui.opportunities;

import java.util.Map;
import java.util.UUID;

/**
 * Told in the transaction in which opportunities went to another customer or to none.
 *
 * @param customers the customers they were with, by opportunity
 */
public record OpportunitiesLeft(Map<UUID, UUID> customers) {}
