/** Rules about data that would be gone. */
@NullMarked
package dev.sluice.review.rules.loss;

import org.jspecify.annotations.NullMarked;
