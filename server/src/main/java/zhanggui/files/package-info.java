/**
 * Files people attach to records, whatever these are: every list with {@link zhanggui.listings.Listing#titled} has them.
 *
 * <p>Whoever may read the record reads its files, whoever may change it adds and removes them. What is in them stands in
 * a {@link zhanggui.files.FileStore}, a folder or an S3-compatible bucket, under its hash; what no record names any more
 * is removed from there once a day.
 */
@ApplicationModule(allowedDependencies = {"access", "audit", "bin", "company", "listings", "problems", "texts"})
@NullMarked
package zhanggui.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
