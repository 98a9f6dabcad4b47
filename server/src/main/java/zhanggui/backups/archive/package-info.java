/** The file a backup is: how it is written, read and proved whole. */
@NullMarked
package zhanggui.backups.archive;

import org.jspecify.annotations.NullMarked;
