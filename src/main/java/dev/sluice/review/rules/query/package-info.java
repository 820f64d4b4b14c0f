/** Rules about queries and the rows they reach. */
@NullMarked
package dev.sluice.review.rules.query;

import org.jspecify.annotations.NullMarked;
