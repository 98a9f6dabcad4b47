package zhanggui.files;

import java.util.List;
import java.util.UUID;

/** The files of one record among several. */
record RecordFiles(UUID record, List<AttachedFiles.AttachedFile> files) {}
