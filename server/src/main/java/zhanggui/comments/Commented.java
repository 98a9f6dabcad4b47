package zhanggui.comments;

import java.util.Set;
import java.util.UUID;
import zhanggui.access.Viewer;
import zhanggui.audit.RecordHead;

/**
 * Somebody said something about a record; published in the transaction in which they did.
 *
 * @param record as its author sees it
 * @param followers of the record, without its author. Some of them may not be able to read it any more: whoever tells
 *     them asks {@link zhanggui.audit.Records} first
 */
public record Commented(RecordHead record, UUID comment, String text, Set<UUID> followers, Viewer by) {}
