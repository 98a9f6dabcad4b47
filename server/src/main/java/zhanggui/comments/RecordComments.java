package zhanggui.comments;

import java.util.List;

/**
 * What is said of a record, the oldest first.
 *
 * @param followers those who follow it and work here
 * @param following whether the viewer does
 */
record RecordComments(List<Comment> comments, List<CommentPerson> followers, boolean following) {}
