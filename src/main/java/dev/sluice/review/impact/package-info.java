/** What a statement does to a running database: locks, work, risk. One small table per engine. */
@NullMarked
package dev.sluice.review.impact;

import org.jspecify.annotations.NullMarked;
