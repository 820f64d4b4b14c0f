/** Rules about the rows that are there already. */
@NullMarked
package dev.sluice.review.rules.data;

import org.jspecify.annotations.NullMarked;
