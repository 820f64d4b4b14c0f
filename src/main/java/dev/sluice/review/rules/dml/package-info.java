/** Rules about statements that change rows. */
@NullMarked
package dev.sluice.review.rules.dml;

import org.jspecify.annotations.NullMarked;
