package zhanggui.comments;

import java.util.UUID;

/** Somebody by name. */
record CommentPerson(UUID id, String name) {}
