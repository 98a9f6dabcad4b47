/** Taking the state of a database out and bringing it back, with connections of the owner of the tables. */
@NullMarked
package zhanggui.backups.copying;

import org.jspecify.annotations.NullMarked;
