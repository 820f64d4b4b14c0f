/** The catalogue: one class per rule, sorted into packages by subject, and one list of all. */
@NullMarked
package dev.sluice.review.rules;

import org.jspecify.annotations.NullMarked;
