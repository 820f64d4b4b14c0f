/** Rules about the columns of tables: types, defaults, order. */
@NullMarked
package dev.sluice.review.rules.column;

import org.jspecify.annotations.NullMarked;
