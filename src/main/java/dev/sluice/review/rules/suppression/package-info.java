/** Rules about the comments that silence rules. */
@NullMarked
package dev.sluice.review.rules.suppression;

import org.jspecify.annotations.NullMarked;
