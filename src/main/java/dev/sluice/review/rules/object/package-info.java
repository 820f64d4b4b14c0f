/** Rules about names that exist or do not. */
@NullMarked
package dev.sluice.review.rules.object;

import org.jspecify.annotations.NullMarked;
