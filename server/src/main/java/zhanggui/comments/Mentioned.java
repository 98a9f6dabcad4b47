package zhanggui.comments;

import java.util.Set;
import java.util.UUID;
import zhanggui.access.Viewer;
import zhanggui.audit.RecordHead;

/**
 * A comment speaks to people; published in the transaction in which it was written, or changed so that it speaks to more.
 *
 * @param record as its author sees it
 * @param people those it did not speak to before, without its author. Some of them may not be able to read the record:
 *     whoever tells them asks {@link zhanggui.audit.Records} first
 */
public record Mentioned(RecordHead record, UUID comment, String text, Set<UUID> people, Viewer by) {}
