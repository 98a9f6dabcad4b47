/**
 * Every word a person reads from the server, in both languages: {@link zhanggui.texts.Texts} finds it by key and {@link
 * zhanggui.texts.Language}.
 *
 * <p>The words of a module stand in {@code texts/<module>.zh.properties} and {@code texts/<module>.en.properties}.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package zhanggui.texts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
