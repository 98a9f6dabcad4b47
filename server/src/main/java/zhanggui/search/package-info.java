/**
 * Finding any record from anywhere: by a part of its words, by pinyin, by a number; and what each person opened lately.
 *
 * <p>The records are those of every list that says how they are found ({@link zhanggui.listings.Listing#found}); what is
 * found in it, {@link zhanggui.listings.Finding} answers under the viewer's own rights, and this module decides which of
 * that was probably meant. No other module needs it.
 */
@ApplicationModule(allowedDependencies = {"access", "listings", "people", "problems", "texts"})
@NullMarked
package zhanggui.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
