/**
 * The fields a company adds to its records. A module declares a {@link zhanggui.customfields.FieldHost} for each type of
 * record that takes them, with the column in which the values stand; {@link zhanggui.customfields.CustomFields} gives it
 * their columns for its list, checks what commands say of them, and gives their fields to its import.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "company",
            "database",
            "imports",
            "jobs",
            "listings",
            "people",
            "problems",
            "texts"
        })
@NullMarked
package zhanggui.customfields;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
