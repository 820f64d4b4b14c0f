/** Rules about transactions, which are the executor's business. */
@NullMarked
package dev.sluice.review.rules.transaction;

import org.jspecify.annotations.NullMarked;
