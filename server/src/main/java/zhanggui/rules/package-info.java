/**
 * The language of rules 规则: one expression over named facts, in exact decimals, texts, days and truth; no loops, no
 * assignments, nothing of the machine below. A rule is checked when it is saved, against the names and kinds there are and
 * against its own examples, and is short enough that it always ends at once.
 *
 * <p>{@link zhanggui.rules.Rule} is a rule that was checked. Nothing in here knows Spring or SQL.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package zhanggui.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
