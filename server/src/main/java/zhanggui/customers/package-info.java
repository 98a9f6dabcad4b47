/**
 * Customers and their contacts: who they are, who works on them, and whether they are known already.
 *
 * <p>{@link zhanggui.customers.Customers}, {@link zhanggui.customers.Contacts} and {@link zhanggui.customers.Ownership}
 * are the ways in; {@link
 * zhanggui.customers.CustomerDirectory} and {@link zhanggui.customers.ContactDirectory} are what others join to, {@link
 * zhanggui.customers.CustomerVocabulary} how files name them.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "bin",
            "choices",
            "company",
            "customfields",
            "edits",
            "imports",
            "jobs",
            "listings",
            "people",
            "problems",
            "texts"
        })
@NullMarked
package zhanggui.customers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
